/** `rankings.rising`: entities by change of adjusted Share between two years. */
import { AppError } from '../../../shared/contract/errors.ts'
import type { RisingInput, RisingList, RisingRow } from '../../../shared/contract/rankings.ts'
import { comparedYears } from '../../../shared/domain/compared-years.ts'
import type { OpenDataset, ReaderContext } from '../../context.ts'
import { toShare } from '../../counting/exact.ts'
import { amongCollected } from '../../findings/collected-finding.ts'
import { risingFinding } from '../../findings/rising-finding.ts'
import { adjustedShare } from '../../indicators/adjusted-share.ts'
import { adjustedChange } from '../../indicators/change.ts'
import { rising } from '../../indicators/rising.ts'
import { usualFloor } from '../../indicators/usual-floor.ts'
import { pageEnd } from '../page.ts'
import { requireRegion, requireYear } from '../rankings.ts'
import { changeFigures, changesOf } from '../stability/changes-of.ts'
import type { Cells } from './cells.ts'
import { cellAt, cellsOf } from './cells.ts'
import { collectedFor, collectedMark } from './collected-rows.ts'
import { namesOf } from './entity-space.ts'
import type { Named } from './index-names.ts'
import { risingBase } from './rising-base.ts'
import { articlesIn, indexYears, provenanceOf, requireComputed, subjectNumber } from './totals.ts'

interface Comparison {
  subject: number
  from: number
  to: number
  base: number
  before: Cells
  after: Cells
}

/** @throws AppError not-computed, one-year, year-unknown, region-unknown, input-invalid where the years are not in order. */
export function listRising(input: RisingInput, context: ReaderContext): RisingList {
  const dataset = context.open(input.dataset)
  requireComputed(dataset)
  const comparison = comparisonOf(dataset, input)
  const { from, to, base } = comparison
  const names = namesOf(dataset, input.by)
  const collected = collectedFor(dataset)
  const marked = collectedMark(dataset, input.by)
  const everyone = candidates(comparison)
  if (input.region) requireRegion(input.region, regionsAmong(everyone, names))
  const entities = everyone.filter(({ entity }) => !input.region || names[entity]?.region.id === input.region)
  const usual = usualFloor(entities.map(({ earlier }) => earlier))
  const floor = input.floor ?? (input.sort === 'changePct' ? usual : 0)
  const articles = { earlier: articlesIn(dataset, from) ?? 0, later: articlesIn(dataset, to) ?? 0 }
  const inOrder = (by: 'percent' | 'absolute', least = floor) =>
    rising(
      entities.filter(({ earlier }) => earlier >= least),
      { by, floor: least, articles },
    )
  const order = inOrder(input.sort === 'changePct' ? 'percent' : 'absolute')
  const years = indexYears(dataset)
  const columns = years.map((year) => cellsOf(dataset, input.by, comparison.subject, year))
  const intervals =
    input.bands &&
    changesOf(
      dataset,
      { by: input.by, subject: comparison.subject, from, to, base, drawn: input.bands },
      context,
    )
  const rowOf = ({ entity, change }: (typeof order)[number], i: number): RisingRow => {
    const named = names[entity] as Named
    const { rows: figures, series } = figuresOf(dataset, comparison, entity, columns)
    return {
      place: i + 1,
      ...named.label,
      region: named.region.id,
      regionName: named.region.name,
      regionNameZh: named.region.nameZh,
      within: named.within ?? null,
      ...figures,
      ...marked(named),
      changePct: change.percent,
      series,
      provenance: provenanceOf(dataset),
      ...(intervals && changeFigures(intervals.get(entity))),
    }
  }
  const rows = order.slice(0, pageEnd(input)).map(rowOf)
  const filters = {
    by: input.by,
    subject: input.subject,
    from,
    to,
    base,
    region: input.region ?? null,
    sort: input.sort,
    floor,
    ...(input.bands && { bands: input.bands }),
  }
  // In the order by amount no floor need stand; of a percentage nothing is said without one.
  const [most] = input.sort === 'changePct' ? inOrder('absolute') : inOrder('percent', Math.max(floor, usual))
  const other = most ? rowOf(most, 0) : null
  return {
    dataset: dataset.id,
    version: dataset.version,
    filters,
    years: [...years],
    articles: years.map((year) => articlesIn(dataset, year) ?? 0),
    total: order.length,
    truncated: order.length > rows.length,
    base: risingBase(
      entities.map((each) => ({ ...each, change: changeOf(each, articles) })),
      { floor, usualFloor: usual },
      ({ entity }) => shownName(names[entity] as Named),
    ),
    finding: amongCollected(risingFinding({ rows, filters, total: order.length, other }), collected),
    rows,
  }
}

function comparisonOf(dataset: OpenDataset, input: RisingInput): Comparison {
  const years = indexYears(dataset)
  if (years.length === 1) {
    const [year = 0] = years
    throw new AppError('one-year', `only ${year}`, { values: { year } })
  }
  const compared = comparedYears(input, years)
  const to = requireYear(dataset, compared?.to)
  const from = requireYear(dataset, compared?.from)
  if (from >= to) {
    throw new AppError('input-invalid', 'the first year is not before the last', {
      values: { method: 'rankings.rising', field: 'from', reason: `${from} ≥ ${to}` },
    })
  }
  const subject = subjectNumber(input.subject)
  return {
    subject,
    from,
    to,
    base: requireYear(dataset, compared?.base),
    before: cellsOf(dataset, input.by, subject, from),
    after: cellsOf(dataset, input.by, subject, to),
  }
}

/** Entities with an article in one of the two years: those of the later by rank, then the others. */
function candidates({ before, after }: Comparison): { entity: number; earlier: number; later: number }[] {
  const shareIn = (cells: Cells, entity: number) => toShare(cellAt(cells, entity)?.units ?? 0)
  const gone = before.entity.filter((entity) => (after.at[entity] ?? -1) < 0)
  return [...after.entity, ...gone].map((entity) => ({
    entity,
    earlier: shareIn(before, entity),
    later: shareIn(after, entity),
  }))
}

const changeOf = (
  { earlier, later }: { earlier: number; later: number },
  articles: { earlier: number; later: number },
) =>
  adjustedChange({ share: earlier, articles: articles.earlier }, { share: later, articles: articles.later })

const shownName = ({ label: { name, nameZh } }: Named) => ({ name, nameZh })

function regionsAmong(entities: readonly { entity: number }[], names: readonly Named[]): { id: string }[] {
  return [...new Set(entities.map(({ entity }) => names[entity]?.region.id ?? ''))].map((id) => ({ id }))
}

function figuresOf(
  dataset: OpenDataset,
  { from, to, base, before, after }: Comparison,
  entity: number,
  columns: readonly Cells[],
): {
  rows: Pick<
    RisingRow,
    'shareFrom' | 'shareTo' | 'adjustedFrom' | 'adjustedTo' | 'change' | 'rankFrom' | 'rankTo'
  >
  series: RisingRow['series']
} {
  const articlesBase = articlesIn(dataset, base)
  const adjusted = (units: number, year: number) =>
    adjustedShare(toShare(units), articlesIn(dataset, year), articlesBase) ?? 0
  const [earlier, later] = [cellAt(before, entity), cellAt(after, entity)]
  const adjustedFrom = adjusted(earlier?.units ?? 0, from)
  const adjustedTo = adjusted(later?.units ?? 0, to)
  return {
    rows: {
      shareFrom: toShare(earlier?.units ?? 0),
      shareTo: toShare(later?.units ?? 0),
      adjustedFrom,
      adjustedTo,
      change: adjustedTo - adjustedFrom,
      rankFrom: earlier?.rank ?? null,
      rankTo: later?.rank ?? null,
    },
    series: indexYears(dataset).map((year, i) => {
      const cell = cellAt(columns[i] as Cells, entity)
      return cell && adjusted(cell.units, year)
    }),
  }
}
