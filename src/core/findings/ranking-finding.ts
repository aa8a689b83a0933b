/** The sentence under the title of a ranking: made from its rows, absent where they carry none, never an opinion. */
import type { EntityName, Finding } from '../../shared/contract/common.ts'
import type { RankingRow } from '../../shared/contract/rankings.ts'
import { formatFigure } from '../../shared/format/figures.ts'
import { formatNumber } from '../../shared/format/numbers.ts'
import { shortName } from '../../shared/format/names.ts'
import type { Language } from '../../shared/domain/language.ts'
import { inEveryLanguage } from '../../shared/domain/language.ts'
import { regionName } from './region-name.ts'
import { sayFinding } from './words.ts'

interface View {
  /** What the rows are; cities where nothing is said. */
  by?: EntityName
  subject: string
  year: number
  /** Whether a region or a search narrows the rows. */
  filtered: boolean
}

export function rankingFinding(rows: readonly RankingRow[], view: View): Finding | null {
  const { first, second, known } = leaders(rows)
  if (!first || !second || !second.share || !first.share) return namedOnly(rows, view, { first, known })
  const ratio = formatNumber(first.share / second.share, 2)
  const regions = regionCounts(rows)
  const complete = known === rows.length
  const say = (language: Language) => {
    const values = {
      first: shortName(first, language),
      second: shortName(second, language),
      ratio,
      cities: formatNumber(rows.length, 0, language),
      regionA: inSentence(regions[0], language),
      countA: regions[0]?.count ?? 0,
      regionB: inSentence(regions[1], language),
      countB: regions[1]?.count ?? 0,
      named: known,
    }
    const lead = sayFinding(language, 'ratio', values)
    const where = REGIONS[view.by ?? 'city']
    if (complete && !view.filtered && regions.length > 1 && where)
      return lead + sayFinding(language, where, values)
    if (!complete) return lead + sayFinding(language, 'partly', values)
    return lead + sayFinding(language, 'stop')
  }
  return inEveryLanguage(say)
}

/** Where most rows are; of countries there is nothing to say. */
const REGIONS = {
  city: 'regions',
  metro: 'regionsMetro',
  institution: 'regionsInstitution',
  country: null,
} as const satisfies Record<EntityName, string | null>

/** The rows of the two largest Shares, of equal ones those that come first, and the number of Shares known. */
function leaders(rows: readonly RankingRow[]): { first?: RankingRow; second?: RankingRow; known: number } {
  let [first, second]: (RankingRow | undefined)[] = []
  let known = 0
  for (const row of rows) {
    if (row.share === null) continue
    known += 1
    if (!first || row.share > (first.share ?? 0)) {
      second = first
      first = row
    } else if (!second || row.share > (second.share ?? 0)) second = row
  }
  return { ...(first && { first }), ...(second && { second }), known }
}

/** With no two Shares printed: how many cities are named with a rank, and whose Share is printed. */
function namedOnly(
  rows: readonly RankingRow[],
  { filtered }: View,
  { first, known }: { first: RankingRow | undefined; known: number },
): Finding | null {
  const ranked = rows.filter((row) => row.rank !== null && row.provenance === 'printed').length
  if (ranked === 0 || filtered || known > 1) return null
  return inEveryLanguage((language) => {
    const values = { ranked, cities: rows.length }
    if (!first || first.share === null) return sayFinding(language, 'ranked', values)
    const share = formatFigure('share', first.share, language)
    return sayFinding(language, 'rankedOne', { ...values, first: shortName(first, language), share })
  })
}

interface RegionCount {
  row: RankingRow
  count: number
}

function regionCounts(rows: readonly RankingRow[]): RegionCount[] {
  const counts = new Map<string, RegionCount>()
  for (const row of rows) {
    const entry = counts.get(row.region)
    if (entry) entry.count += 1
    else counts.set(row.region, { row, count: 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)
}

const inSentence = (region: RegionCount | undefined, language: Language): string =>
  region ? regionName(region.row, language) : ''
