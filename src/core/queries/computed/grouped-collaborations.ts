/** `collaborations.list` grouped by city, as the supplement prints pairs: the leading ones of each leading city. */
import type {
  CollaborationList,
  CollaborationRow,
  PairGroup,
} from '../../../shared/contract/collaborations.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { USUAL_GROUPS } from '../../../shared/domain/pairs.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { OpenDataset, ReaderContext } from '../../context.ts'
import { toShare } from '../../counting/exact.ts'
import { pageEnd } from '../page.ts'
import { cellAt, cellsOf } from './cells.ts'
import { collectedFor } from './collected-rows.ts'
import { namesOf } from './entity-space.ts'
import { pairRow, reachOf } from './pair-rows.ts'
import type { Area } from './pairs-within.ts'
import { pairsWithin } from './pairs-within.ts'
import { placePrinted, printedOf } from './printed-beside.ts'
import { placesFrom, rankedPairs } from './ranked-pairs.ts'
import { subjectNumber } from './totals.ts'

type Input = ParsedInputOf<'collaborations.list'> & { perCity: number }

/**
 * The leading cities by their rank in subject and year, each with its strongest pairs of institutions; of an institution
 * what it has in the city counts. With `beside` the pairs that an edition prints of these cities stand beside those of the
 * index, or behind them where the index has no such pair.
 * @throws AppError input-invalid where pairs of something else are asked to be grouped.
 */
export function groupedCollaborations(
  dataset: OpenDataset,
  input: Input,
  year: number,
  context: ReaderContext,
): CollaborationList {
  refuseOthers(input)
  const period = { subject: subjectNumber(input.subject), from: input.from ?? year, to: year }
  const area = input.area ?? 'metro'
  const cities = input.cities ?? USUAL_GROUPS
  // A printed score is of one year.
  const printed =
    input.beside === undefined || period.from !== period.to
      ? null
      : printedOf(context.open(input.beside), input.subject, year)
  const made = leading(dataset, area, period.subject, year, cities).map(({ entity, group }) => {
    const pairs = pairsWithin(dataset, area, entity, period)
    const reach = reachOf(dataset, 'institution')
    const places = placesFrom(pairs, input.least, input.reach && ((a, b) => reach(a, b) === input.reach))
    const asked = {
      kind: 'institution' as const,
      subject: input.subject,
      year,
      city: { label: group.city, rank: group.rank },
    }
    const own = printed?.filter(({ cityId }) => cityId === group.city.id)
    const most = input.perCity
    const ranked = rankedPairs(pairs, places, 0, own?.length ? Infinity : most)
    const rows = own
      ? placePrinted(dataset, pairs, ranked, own, { most, asked })
      : ranked.map((pair) => pairRow(dataset, asked, pair))
    return {
      rows,
      group: { ...group, pairs: [ofIndex(rows), pairs.size] } as PairGroup,
    }
  })
  const all = made.flatMap(({ rows }) => rows)
  const rows = all.slice(input.offset, pageEnd(input))
  return {
    dataset: dataset.id,
    version: dataset.version,
    filters: {
      between: input.between,
      city: null,
      institution: null,
      ...(input.reach && { reach: input.reach }),
      perCity: input.perCity,
      cities,
      area,
      ...(input.beside !== undefined && { beside: input.beside }),
      subject: input.subject,
      from: period.from,
      year,
      least: input.least || null,
    },
    shown: { pairs: [ofIndex(rows), made.reduce((sum, { group }) => sum + group.pairs[1], 0)] },
    groups: made.map(({ group }) => group),
    total: all.length,
    truncated: all.length > pageEnd(input),
    rows,
  }
}

/** Pairs that the index has; others are printed alone. */
const ofIndex = (rows: readonly CollaborationRow[]): number =>
  rows.filter(({ score }) => score !== null).length

function refuseOthers({ between, city, institution, country }: Input): void {
  const field =
    between !== 'institutions'
      ? 'between'
      : Object.entries({ city, institution, country }).find(([, value]) => value !== undefined)?.[0]
  if (field === undefined) return
  throw new AppError('input-invalid', 'pairs of institutions alone are grouped, of the leading cities', {
    values: { method: 'collaborations.list', field, reason: 'perCity' },
  })
}

interface Leading {
  /** Number among the areas, or cities. */
  entity: number
  group: Omit<PairGroup, 'pairs'>
}

function leading(dataset: OpenDataset, area: Area, subject: number, year: number, most: number): Leading[] {
  const cells = cellsOf(dataset, area, subject, year)
  const names = namesOf(dataset, area)
  const ranked = collectedFor(dataset) === null
  return Array.from(cells.entity.subarray(0, most)).flatMap((entity): Leading[] => {
    const [named, cell] = [names[entity], cellAt(cells, entity)]
    if (!named || !cell) return []
    return [
      { entity, group: { city: named.label, rank: ranked ? cell.rank : null, share: toShare(cell.units) } },
    ]
  })
}
