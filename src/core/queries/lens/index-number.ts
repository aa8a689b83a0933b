/** A number of a computed index, from others of the index. */
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ExplainedNumber, FigureRef, RankNeighbour } from '../../../shared/contract/explained-numbers.ts'
import { measureOf } from '../../../shared/measures/by-id.ts'
import type { OpenDataset } from '../../context.ts'
import { toShare } from '../../counting/exact.ts'
import { cellsOf } from '../computed/cells.ts'
import { namesOf } from '../computed/entity-space.ts'
import { findEntity } from '../computed/find-entity.ts'
import { metrosOf } from '../computed/index-names.ts'
import { periodOf, provenanceOf, subjectNumber } from '../computed/totals.ts'
import { requireYear } from '../rankings.ts'
import type { AskedFigure } from './asked-figure.ts'
import { reckon } from './reckonings.ts'
import { agreeing } from './terms.ts'

/** Rows above and below in the order of ranks. */
const NEAR = 3

/** @throws AppError year-unknown, and those of `findEntity`. */
export function explainComputed(
  input: ParsedInputOf<'derivation.number'>,
  dataset: OpenDataset,
): ExplainedNumber {
  const { kind, measure } = input
  const found = findEntity(dataset, kind, input.id)
  const partner = input.partner === undefined ? null : findEntity(dataset, kind, input.partner)
  const { from, to } = yearsOf(dataset, input)
  const asked: FigureRef = {
    kind,
    id: found.label.id,
    partner: partner?.label.id ?? null,
    subject: input.subject,
    from,
    to,
    measure,
  }
  const isCityAmongAreas = kind === 'metro' && found.kind === 'city'
  const entity = found.number + (isCityAmongAreas ? metrosOf(dataset).length : 0)
  const subject = subjectNumber(input.subject)
  const about: AskedFigure = { dataset, asked, entity, subject, base: input.base ?? to }
  const made = reckon(about)
  return {
    dataset: dataset.id,
    version: dataset.version,
    ...asked,
    entity: found.label,
    partner: partner?.label ?? null,
    ...made,
    decimals: measureOf(measure).decimals,
    provenance: provenanceOf(dataset),
    agrees: agreeing(made, null),
    hasArticles: measure === 'share' || measure === 'count' || measure === 'score',
    neighbours: measure === 'rank' ? neighbours(about) : null,
    list: null,
    printed: null,
  }
}

/** A change is from the year before where no other is asked; all else is of one year, or of a period that both ends name. */
function yearsOf(
  dataset: OpenDataset,
  { from, to, measure }: ParsedInputOf<'derivation.number'>,
): { from: number; to: number } {
  const isChange = measure === 'change' || measure === 'changePct' || measure === 'rankChange'
  if (!isChange && from !== undefined && to !== undefined && from < to) return periodOf(dataset, from, to)
  const last = requireYear(dataset, to)
  return { from: isChange ? (from ?? last - 1) : last, to: last }
}

function neighbours({ dataset, asked, entity, subject }: AskedFigure): ExplainedNumber['neighbours'] {
  const cells = cellsOf(dataset, asked.kind, subject, asked.to)
  const at = cells.at[entity] ?? -1
  if (at < 0) return null
  const names = namesOf(dataset, asked.kind)
  const own = cells.units[at] as number
  const first = Math.max(0, at - NEAR)
  const rows = Array.from(cells.entity.subarray(first, at + NEAR + 1), (number, i): RankNeighbour => {
    const units = cells.units[first + i] as number
    const named = names[number]
    if (!named) throw new Error(`no ${asked.kind} ${number}`)
    return {
      label: named.label,
      rank: cells.rank[first + i] as number,
      share: toShare(units),
      gap: toShare(units - own),
      isAsked: first + i === at,
    }
  })
  return { of: cells.size, rows }
}
