import { AppError } from '../../shared/contract/errors.ts'
import type { GroupRef } from '../../shared/contract/groups.ts'
import type { RankingInput, RankingList, RankingRow, RankingSort } from '../../shared/contract/rankings.ts'
import type { Drawn } from '../../shared/contract/stability.ts'
import { SECTORS } from '../../shared/domain/sectors.ts'
import { RANKING_MEASURES } from '../../shared/measures/ranking.ts'
import type { OpenDataset, ReaderContext } from '../context.ts'
import { askedGroup } from '../groups/kept-groups.ts'
import { needsArticles } from '../indicators/measures.ts'
import { partnersFinding } from '../findings/collected-finding.ts'
import { rankingFinding } from '../findings/ranking-finding.ts'
import { collectedFor } from './computed/collected-rows.ts'
import { computedRanking } from './computed/computed-ranking.ts'
import { requireComputed, requireFigures, subjectNumber } from './computed/totals.ts'
import { rankingGroup } from './groups/ranking-group.ts'
import { matcher } from './matching.ts'
import type { Bands } from './stability/bands-of.ts'
import { bandsOf } from './stability/bands-of.ts'
import { pageEnd } from './page.ts'
import { Ranking, regionsOf } from './ranking.ts'
import { rankingEntries, yearsOf } from './ranking-rows.ts'

/** A ranking with its filters applied. @throws AppError year-unknown, region-unknown, group-unknown, group-kind, not-computed. */
export function listRankings(input: RankingInput, context: ReaderContext): RankingList {
  const dataset = context.open(input.dataset)
  const year = requireYear(dataset, input.year)
  const bands = input.bands && askedBands(dataset, { ...input, year, drawn: input.bands }, context)
  const ranking = rankingOf(dataset, input, year, bands)
  const asked = input.sort ?? 'rank'
  // By a figure that no row has, no order could be told from another: the answer says that it stands by rank.
  const sort = ranking.canSort(asked) ? asked : 'rank'
  const descending = sort === asked ? (input.descending ?? descendingByNature(sort)) : false
  const grouped = input.group && groupIn(dataset, { ...input, group: input.group, year }, ranking, context)
  const all = ranking.sorted(sort, descending)
  const sorted = grouped ? all.filter(({ row }) => grouped.ids.has(row.id)) : all
  const searched = input.search === '' ? sorted : sorted.filter(matcher(input.search))
  const regions = input.search === '' && !grouped ? ranking.regions : regionsOf(ranking.entries, searched)
  requireRegion(input.region, regions)
  const placed = input.region ? searched.filter(({ row }) => row.region === input.region) : searched
  const sector = input.by === 'institution' ? input.sector : undefined
  const found = sector ? placed.filter(({ row }) => row.sector === sector) : placed
  const rows = found.map(({ row }) => row)
  const collected = dataset.kind === 'published' ? null : collectedFor(dataset)
  const view = { by: input.by, subject: input.subject, year, filtered: rows.length < all.length }
  return {
    dataset: dataset.id,
    version: dataset.version,
    filters: {
      by: input.by,
      subject: input.subject,
      year,
      region: input.region ?? null,
      ...(sector && { sector }),
      ...(grouped && { group: grouped.told.name }),
      search: input.search,
      sort,
      descending,
      ...(input.bands && { bands: input.bands }),
    },
    total: rows.length,
    truncated: rows.length > pageEnd(input),
    published: ranking.published,
    regions,
    ...(input.by === 'institution' && { sectors: sectorsOf(placed) }),
    ...(grouped && { group: grouped.told }),
    scope: ranking.entries.find(({ row }) => row.scope !== null)?.row.scope ?? null,
    index: ranking.index,
    ...(bands && { bands: bands.made }),
    finding: collected ? partnersFinding(rows, collected) : rankingFinding(rows, view),
    rows: rows.slice(input.offset, pageEnd(input)),
  }
}

/** @throws AppError group-unknown, groups-damaged, group-kind. */
function groupIn(
  dataset: OpenDataset,
  { group, by, subject, year }: Pick<RankingInput, 'by' | 'subject'> & { group: GroupRef; year: number },
  { entries }: Ranking,
  { dataDir }: ReaderContext,
) {
  return rankingGroup(dataset, askedGroup(dataDir, group), entries, { by, subject, year })
}

/** @throws AppError not-computed of an edition: it has no articles. */
function askedBands(
  dataset: OpenDataset,
  { by, subject, year, drawn }: Pick<RankingInput, 'by' | 'subject'> & { year: number; drawn: Drawn },
  context: ReaderContext,
): Bands {
  requireComputed(dataset)
  return bandsOf(dataset, { by, subject: subjectNumber(subject), year, drawn }, context)
}

/** @throws AppError not-computed where an edition is asked for anything but cities, year-unknown for a base outside. */
function rankingOf(dataset: OpenDataset, input: RankingInput, year: number, bands?: Bands): Ranking {
  const { by, subject } = input
  if (dataset.kind !== 'published') {
    const base = input.base === undefined ? year : requireYear(dataset, input.base)
    const wanted = input.sort && isMeasure(input.sort) ? [...input.also, input.sort] : input.also
    return computedRanking(dataset, { by, subject, year, base, reach: needsArticles(wanted), bands })
  }
  if (by !== 'city') requireComputed(dataset)
  return dataset.memo(
    `ranking-of/${subject}/${year}`,
    () => new Ranking(rankingEntries(dataset, subject, year), null),
  )
}

/** The year asked for, or the default. @throws AppError year-unknown where it has no figure of that year, figures-missing. */
export function requireYear(dataset: OpenDataset, year: number | undefined): number {
  const wanted = year ?? dataset.defaultYear
  const years: readonly number[] = yearsOf(dataset)
  requireFigures(dataset, years)
  if (!years.includes(wanted)) {
    throw new AppError('year-unknown', `no figures of ${wanted}`, {
      values: { year: wanted, years: spanOf(years) },
      suggestions: years.map(String),
    })
  }
  return wanted
}

/** `2021`, `2019–2023`. */
export function spanOf(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)]
  return first === last ? String(first) : `${first}–${last}`
}

/** @throws AppError region-unknown where no row is of the region. */
export function requireRegion(region: string | undefined, regions: readonly { id: string }[]): void {
  if (region === undefined || regions.some(({ id }) => id === region)) return
  throw new AppError('region-unknown', `no city of ${region}`, {
    values: { region },
    // A list of cities names most regions more than once.
    suggestions: [...new Set(regions.map(({ id }) => id))],
  })
}

/** Sectors in the order of the list of all, with how many of the rows are of each. */
function sectorsOf(entries: readonly { row: RankingRow }[]): { id: string; rows: number }[] {
  const counts = Map.groupBy(entries, ({ row }) => row.sector ?? '')
  return SECTORS.flatMap((id) => {
    const rows = counts.get(id)?.length ?? 0
    return rows > 0 ? [{ id, rows }] : []
  })
}

function descendingByNature(sort: RankingSort): boolean {
  return RANKING_MEASURES.some(({ id, largestFirst }) => id === sort && largestFirst)
}

const isMeasure = (sort: RankingSort) => sort !== 'name' && sort !== 'region'
