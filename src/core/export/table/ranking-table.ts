/** A ranking as a table: its heads, its JSON and the name of its file say what is ranked. */
import type { EntityName } from '../../../shared/contract/common.ts'
import type { RankingRow, RankingSort } from '../../../shared/contract/rankings.ts'
import { BEFORE_NAMES } from '../../../shared/domain/ranking-sorts.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { nameIn } from '../../../shared/domain/language.ts'
import { ON_DEMAND } from '../../../shared/measures/ranking.ts'
import { columnsOf } from '../../../shared/tables/ranking-columns.ts'
import type { Column } from './columns.ts'

/** First part of the file's name. */
export const RANKING_STEMS: Record<EntityName, string> = {
  city: 'ranking',
  institution: 'institutions',
  country: 'countries',
  metro: 'metro-areas',
}

/** Columns that a column of the screen stands for: a name is not complete without its id and both languages. */
const OF_SCREEN: Record<string, readonly string[]> = {
  name: ['id', 'name', 'nameZh', 'within', 'sector'],
  region: ['region', 'regionName'],
  perMillion: ['population', 'populationYear', 'populationArea', 'populationSource'],
}

/**
 * @param by what is ranked
 * @param wanted columns by the ids of the screen or of the file; without it all
 * @param also measures that were computed because they were asked for
 */
export function rankingColumns(
  language: Language,
  by: EntityName,
  wanted: readonly string[] | undefined = undefined,
  also: readonly RankingSort[] = [],
): Column<RankingRow>[] {
  const all = [...nameColumns(language, by), ...figureColumns(by, also)]
  if (!wanted) return all
  const ids = new Set(wanted.flatMap((id) => [id, ...(OF_SCREEN[id] ?? [])]))
  return all.filter(({ id }) => ids.has(id))
}

function nameColumns(language: Language, by: EntityName): Column<RankingRow>[] {
  return [
    { id: 'rank', value: (row) => row.rank },
    { id: 'rankChange', value: (row) => row.rankChange },
    { id: 'id', head: `${by}Id`, value: (row) => row.id },
    { id: 'name', head: `${by}Name`, value: (row) => row.name },
    { id: 'nameZh', head: `${by}NameZh`, value: (row) => row.nameZh },
    ...(by === 'institution' ? [cityColumn(language)] : []),
    ...(by === 'country' ? [] : regionColumns(language)),
    ...(by === 'institution' ? [SECTOR] : []),
  ]
}

const SECTOR: Column<RankingRow> = { id: 'sector', value: ({ sector }) => sector ?? null }

function cityColumn(language: Language): Column<RankingRow> {
  const value = ({ within }: RankingRow) => (within ? nameIn(language, within.name, within.nameZh) : null)
  return { id: 'within', head: 'city', value }
}

function regionColumns(language: Language): Column<RankingRow>[] {
  return [
    { id: 'region', value: (row) => row.region },
    { id: 'regionName', value: (row) => nameIn(language, row.regionName, row.regionNameZh) },
  ]
}

/** The measures that the kind of entity has; those computed on demand only where they were asked for. */
function figureColumns(by: EntityName, also: readonly RankingSort[]): Column<RankingRow>[] {
  return columnsOf(by).flatMap(({ id, measure }) => {
    if (measure === null || BEFORE_NAMES.includes(id) || (measure.onDemand && !also.includes(id))) return []
    return [{ id, value: (row) => row[measure.id] }, ...(id === 'perMillion' ? POPULATION : [])]
  })
}

/** What re-samples of the articles say; in a table of a ranking that was asked for with bands, whatever columns it has. */
export const BAND_COLUMNS: readonly Column<RankingRow>[] = [
  { id: 'shareLow', value: (row) => row.shareLow ?? null },
  { id: 'shareHigh', value: (row) => row.shareHigh ?? null },
  { id: 'rankLow', value: (row) => row.rankLow ?? null },
  { id: 'rankHigh', value: (row) => row.rankHigh ?? null },
  { id: 'topTenPct', value: (row) => row.topTenPct ?? null },
  { id: 'tie', value: (row) => (row.tie == null ? null : Number(row.tie)) },
  { id: 'leastDifference', value: (row) => row.leastDifference ?? null },
]

/** What a figure per million was divided by stands with it. */
const POPULATION: readonly Column<RankingRow>[] = [
  { id: 'population', value: ({ population }) => population?.inhabitants ?? null },
  { id: 'populationYear', value: ({ population }) => population?.year ?? null },
  { id: 'populationArea', value: ({ population }) => population?.area ?? null },
  { id: 'populationSource', value: ({ population }) => population?.source ?? null },
]

/**
 * A row in JSON. `cityId` of a city and `institutionId` are copies of `id`, for scripts; an institution's `cityId` is
 * the city it lies in. What was not asked for does not stand as if it were not known.
 */
export function rankingRecord(row: RankingRow, also: readonly RankingSort[] = []): Record<string, unknown> {
  const { rank, rankChange, id, by, name, nameZh, region, regionName, regionNameZh, ...others } = row
  // The digits that a source prints are for reading; in JSON a number is a number.
  const { within: _, printedDecimals: _digits, ...rest } = others
  const names = { name, nameZh, region, regionName, regionNameZh }
  const record: Record<string, unknown> = {
    rank,
    rankChange,
    id,
    by,
    ...copiesOf(row),
    ...names,
    ...rest,
  }
  for (const asked of ON_DEMAND) if (!also.includes(asked)) delete record[asked]
  return record
}

function copiesOf({ id, by, within }: RankingRow): Record<string, unknown> {
  if (by === 'city') return { cityId: id }
  if (by !== 'institution') return {}
  return {
    institutionId: id,
    cityId: within?.id ?? null,
    city: within?.name ?? null,
    cityZh: within?.nameZh ?? null,
  }
}
