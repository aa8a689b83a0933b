/** A ranking as a table: its heads, its JSON and the name of its file say what is ranked. */
import type { EntityName } from '../../../shared/contract/common.ts'
import type { RankingRow } from '../../../shared/contract/rankings.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { nameIn } from '../../../shared/domain/language.ts'
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
  name: ['cityId', 'name', 'nameZh', 'within'],
  region: ['region', 'regionName'],
}

/**
 * @param by what is ranked
 * @param wanted columns by the ids of the screen or of the file; without it all
 */
export function rankingColumns(
  language: Language,
  by: EntityName,
  wanted: readonly string[] | undefined = undefined,
): Column<RankingRow>[] {
  const all = [...nameColumns(language, by), ...figureColumns(by)]
  if (!wanted) return all
  const ids = new Set(wanted.flatMap((id) => [id, ...(OF_SCREEN[id] ?? [])]))
  return all.filter(({ id }) => ids.has(id))
}

function nameColumns(language: Language, by: EntityName): Column<RankingRow>[] {
  return [
    { id: 'rank', value: (row) => row.rank },
    { id: 'rankChange', value: (row) => row.rankChange },
    { id: 'cityId', head: `${by}Id`, value: (row) => row.cityId },
    { id: 'name', head: `${by}Name`, value: (row) => row.name },
    { id: 'nameZh', head: `${by}NameZh`, value: (row) => row.nameZh },
    ...(by === 'institution' ? [cityColumn(language)] : []),
    ...(by === 'country' ? [] : regionColumns(language)),
  ]
}

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

function figureColumns(by: EntityName): Column<RankingRow>[] {
  return [
    { id: 'share', value: (row) => row.share },
    { id: 'count', value: (row) => row.count },
    { id: 'countPerShare', value: (row) => row.countPerShare },
    { id: 'adjustedShare', value: (row) => row.adjustedShare },
    { id: 'change', value: (row) => row.change },
    { id: 'changePct', value: (row) => row.changePct },
    // Of a country it would be the whole.
    ...(by === 'country'
      ? []
      : [
          {
            id: 'regionSharePct',
            value: (row: RankingRow) => row.regionSharePct,
          } satisfies Column<RankingRow>,
        ]),
  ]
}

/** A row in JSON, its ids by their own names: `cityId` is the city, not the institution or the area. */
export function rankingRecord(row: RankingRow, by: EntityName): Record<string, unknown> {
  if (by === 'city') return { ...row }
  const { rank, rankChange, cityId, within, ...rest } = row
  const place =
    by === 'institution'
      ? { cityId: within?.id ?? null, city: within?.name ?? null, cityZh: within?.nameZh ?? null }
      : {}
  return { rank, rankChange, [`${by}Id`]: cityId, ...place, ...rest }
}
