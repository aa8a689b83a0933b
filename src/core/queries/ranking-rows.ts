/** All cities of an edition in one subject and year, with what was published of each; read once and kept. */
import type { Qualifier } from '../../shared/contract/common.ts'
import type { Population } from '../../shared/contract/populations.ts'
import type { RankingRow } from '../../shared/contract/rankings.ts'
import type { PrintedMeasureId, RankingFigures } from '../../shared/measures/ranking.ts'
import { RANKING_MEASURES } from '../../shared/measures/ranking.ts'
import { nameKey } from '../../shared/domain/slug.ts'
import type { OpenDataset } from '../context.ts'
import { indexYears } from './computed/totals.ts'
import { derivedFrom } from '../indicators/measures.ts'

interface CityFigureRow {
  city_id: string
  name: string
  name_zh: string | null
  region_id: string
  region_name: string
  region_name_zh: string
  pinyin: string
  scope_id: string | null
  rank: number | null
  rank_before: number | null
  rank_change: number | null
  rank_qualifier: Qualifier | null
  share: number | null
  count: number | null
  change: number | null
  change_pct: number | null
  change_pct_qualifier: Qualifier | null
  region_share_pct: number | null
  change_pct_decimals: number | null
  region_share_pct_decimals: number | null
  other_changes: string | null
}

/** A row with what searching needs beside it. */
export interface RankingEntry {
  readonly row: RankingRow
  /** `nameKey` of the English name. */
  readonly key: string
  readonly pinyin: string
  /** Whether the dataset prints any figure of the city in this subject and year. */
  readonly published: boolean
}

// Every city of the dataset appears; one without figures has NULL in all columns of city_figures.
const SQL = `
  SELECT c.city_id, c.name, c.name_zh, c.region_id, r.name AS region_name, r.name_zh AS region_name_zh, c.pinyin,
    f.scope_id, f.rank, f.rank_before, f.rank_change, f.rank_qualifier, f.share, f.count, f.change,
    f.change_pct, f.change_pct_qualifier, f.region_share_pct, f.change_pct_decimals,
    f.region_share_pct_decimals, f.other_changes
  FROM cities c JOIN regions r USING (region_id)
  LEFT JOIN city_figures f ON f.city_id = c.city_id AND f.subject = ? AND f.year = ?
  ORDER BY c.position`

/** In the order of the overall ranking. */
export function rankingEntries(dataset: OpenDataset, subject: string, year: number): readonly RankingEntry[] {
  return dataset.memo(`ranking/${subject}/${year}`, () =>
    (dataset.db.prepare(SQL).all(subject, year) as CityFigureRow[]).map((row) =>
      toEntry(row, dataset.populations.find(row.name, row.region_id, year)),
    ),
  )
}

/** Where each figure that an edition prints is stored. */
const STORED: Readonly<Record<PrintedMeasureId, keyof CityFigureRow>> = {
  rank: 'rank',
  rankChange: 'rank_change',
  share: 'share',
  count: 'count',
  change: 'change',
  changePct: 'change_pct',
  regionSharePct: 'region_share_pct',
}

/** As printed, or from what is printed; the rest is not known of an edition. */
function figuresOf(row: CityFigureRow, population: Population | null): RankingFigures {
  const derived = derivedFrom({
    share: row.share,
    count: row.count,
    population: population?.inhabitants ?? null,
  })
  const figures = {} as RankingFigures
  for (const { id, ofEdition } of RANKING_MEASURES) {
    figures[id] =
      ofEdition === 'printed'
        ? (row[STORED[id]] as number | null)
        : ofEdition === 'derived'
          ? derived[id]
          : null
  }
  return figures
}

function toEntry(row: CityFigureRow, population: Population | null): RankingEntry {
  const figures = figuresOf(row, population)
  return {
    key: nameKey(row.name),
    pinyin: row.pinyin,
    published: row.other_changes !== null,
    row: {
      ...figures,
      id: row.city_id,
      by: 'city',
      name: row.name,
      nameZh: row.name_zh,
      region: row.region_id,
      regionName: row.region_name,
      regionNameZh: row.region_name_zh,
      population,
      rankBefore: row.rank_before,
      rankQualifier: row.rank_qualifier,
      changePctQualifier: row.change_pct_qualifier,
      scope: row.scope_id,
      provenance: 'printed',
      printedDecimals: {
        ...(row.change_pct_decimals !== null && { changePct: row.change_pct_decimals }),
        ...(row.region_share_pct_decimals !== null && { regionSharePct: row.region_share_pct_decimals }),
      },
      otherChanges:
        row.other_changes === null ? [] : (JSON.parse(row.other_changes) as RankingRow['otherChanges']),
    },
  }
}

/** Years in which any city has a figure, ascending. */
export function yearsOf(dataset: OpenDataset): readonly number[] {
  if (dataset.kind !== 'published') return indexYears(dataset)
  return dataset.memo('years', () =>
    dataset.db.prepare('SELECT DISTINCT year FROM city_figures ORDER BY year').pluck().all().map(Number),
  )
}

/** Number of cities of which a figure is known. */
export function citiesHaving(
  entries: readonly RankingEntry[],
  figure: 'rank' | 'share' | 'count' | 'changePct',
): number {
  return entries.filter(({ row }) => row[figure] !== null).length
}
