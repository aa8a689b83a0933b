import { AppError } from '../../shared/contract/errors.ts'
import type { RankingInput, RankingList, RankingRow, RankingSort } from '../../shared/contract/rankings.ts'
import { nameKey } from '../../shared/domain/slug.ts'
import type { OpenDataset, ReaderContext } from '../context.ts'
import { rankingFinding } from '../findings/ranking-finding.ts'
import type { RankingEntry } from './ranking-rows.ts'
import { citiesHaving, rankingEntries, yearsOf } from './ranking-rows.ts'

/** A ranking with its filters applied. @throws AppError year-unknown, region-unknown, format-unavailable. */
export function listRankings(input: RankingInput, context: ReaderContext): RankingList {
  const dataset = context.open(input.dataset)
  const year = requireYear(dataset, input.year)
  const entries = rankingEntries(dataset, input.subject, year)
  const searched = entries.filter((entry) => matches(entry, input.search))
  const regions = regionsOf(entries, searched)
  if (input.region && !regions.some(({ id }) => id === input.region)) {
    throw new AppError('region-unknown', `no city of ${input.region}`, {
      values: { region: input.region },
      suggestions: regions.map(({ id }) => id),
    })
  }
  const sort = input.sort ?? 'rank'
  const descending = input.descending ?? descendingByNature(sort)
  const found = searched.filter(({ row }) => !input.region || row.region === input.region)
  const rows = sortRows(found, sort, descending).map(({ row }) => row)
  return {
    dataset: dataset.id,
    version: dataset.version,
    filters: {
      by: input.by,
      subject: input.subject,
      year,
      region: input.region ?? null,
      search: input.search,
      sort,
      descending,
    },
    total: rows.length,
    truncated: rows.length > input.offset + input.limit,
    published: coverage(entries),
    regions,
    scope: entries.find(({ row }) => row.scope !== null)?.row.scope ?? null,
    index: null,
    finding: rankingFinding(rows, { subject: input.subject, year, filtered: found.length < entries.length }),
    rows: rows.slice(input.offset, input.offset + input.limit),
  }
}

/** The year asked for, or the default. @throws AppError year-unknown where the dataset has no figure of that year. */
export function requireYear(dataset: OpenDataset, year: number | undefined): number {
  const wanted = year ?? dataset.defaultYear
  const years = yearsOf(dataset)
  if (!years.includes(wanted)) {
    throw new AppError('year-unknown', `no figures of ${wanted}`, {
      values: { year: wanted, first: years[0] ?? '', last: years.at(-1) ?? '' },
      suggestions: years.map(String),
    })
  }
  return wanted
}

/** Whether a search text is part of the English or Chinese name, or begins the pinyin. */
export function matches({ row, pinyin }: Pick<RankingEntry, 'row' | 'pinyin'>, search: string): boolean {
  if (search === '') return true
  if (row.nameZh?.includes(search)) return true
  const key = nameKey(search)
  if (key === '') return false
  return (
    ` ${nameKey(row.name)}`.includes(` ${key}`) ||
    nameKey(row.name).includes(key) ||
    pinyinStarts(pinyin, key)
  )
}

/** Whether letters begin a pinyin text at a syllable, written together (`beijing`), apart, or as initials (`bj`). */
export function pinyinStarts(pinyin: string, key: string): boolean {
  if (pinyin === '') return false
  const letters = key.replaceAll(' ', '')
  const syllables = pinyin.split(' ')
  const initials = syllables.map((syllable) => syllable[0]).join('')
  return (
    pinyin.replaceAll(' ', '').startsWith(letters) || (letters.length > 1 && initials.startsWith(letters))
  )
}

function descendingByNature(sort: RankingSort): boolean {
  return !['rank', 'name', 'region'].includes(sort)
}

/** Sorted; rows without the figure stand last in both directions, among themselves in the overall order. */
function sortRows(entries: readonly RankingEntry[], sort: RankingSort, descending: boolean): RankingEntry[] {
  const value = (row: RankingRow): number | string | null =>
    sort === 'name' ? row.name : sort === 'region' ? row.regionName : row[sort]
  const compare = (a: number | string, b: number | string) =>
    (a < b ? -1 : a > b ? 1 : 0) * (descending ? -1 : 1)
  return [...entries].sort((a, b) => {
    const [x, y] = [value(a.row), value(b.row)]
    if (x === null || y === null) {
      // By rank, a city with some figure printed stands before one with none.
      if (x === null && y === null) return Number(b.published) - Number(a.published)
      return x === null ? 1 : -1
    }
    return compare(x, y)
  })
}

function regionsOf(all: readonly RankingEntry[], searched: readonly RankingEntry[]): RankingList['regions'] {
  const counts = new Map<string, RankingList['regions'][number]>()
  for (const { row } of all)
    counts.set(row.region, { id: row.region, name: row.regionName, nameZh: row.regionNameZh, cities: 0 })
  for (const { row } of searched) {
    const region = counts.get(row.region)
    if (region) region.cities += 1
  }
  return [...counts.values()].sort((a, b) => b.cities - a.cities)
}

function coverage(entries: readonly RankingEntry[]): RankingList['published'] {
  return {
    rank: citiesHaving(entries, 'rank'),
    share: citiesHaving(entries, 'share'),
    count: citiesHaving(entries, 'count'),
    changePct: citiesHaving(entries, 'changePct'),
    of: entries.length,
  }
}
