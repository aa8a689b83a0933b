/** The pairs that an edition prints or names. */
import type { CollaborationRow } from '../../shared/contract/collaborations.ts'
import { ALL_SUBJECTS } from '../../shared/domain/subjects.ts'
import type { OpenDataset } from '../context.ts'
import { allCities } from './find-city.ts'
import { rankingEntries } from './ranking-rows.ts'
import type { StatementRow } from './statements.ts'
import { sourceOf, STATEMENT_SQL } from './statements.ts'

const SQL = `${STATEMENT_SQL}
  WHERE f.indicator IN ('bcs', 'top-collaboration', 'named-pair') AND f.year_to = ? AND f.institution_b IS NOT NULL
  ORDER BY f.figure_id`

/** Of every subject, by subject, printed rank of the city and score (largest first, pairs without a number last). */
export function printedPairs(dataset: OpenDataset, year: number): CollaborationRow[] {
  return (dataset.db.prepare(SQL).all(year) as StatementRow[])
    .flatMap((row) => toRow(dataset, row, year))
    .sort(inPrintedOrder)
}

function toRow(dataset: OpenDataset, row: StatementRow, year: number): CollaborationRow[] {
  const city = allCities(dataset).find(({ city_id }) => city_id === row.city_id)
  if (!city || row.a_name === null || row.b_name === null) return []
  const ranked = rankingEntries(dataset, row.subject, year).find((entry) => entry.row.id === city.city_id)
  return [
    {
      a: row.a_id ?? '',
      b: row.b_id ?? '',
      aName: row.a_name,
      aNameZh: row.a_name_zh,
      bName: row.b_name,
      bNameZh: row.b_name_zh,
      // An edition says in which area a pair is, and not where its institutions lie.
      aCity: null,
      bCity: null,
      aRegion: null,
      bRegion: null,
      reach: null,
      cityId: city.city_id,
      city: city.name,
      cityZh: city.name_zh,
      subject: row.subject,
      year,
      score: row.value,
      articles: null,
      qualifier: row.qualifier,
      note: row.note,
      cityRank: ranked?.row.rank ?? null,
      provenance: 'printed',
      source: sourceOf(row),
    },
  ]
}

function inPrintedOrder(a: CollaborationRow, b: CollaborationRow): number {
  const subject = (row: CollaborationRow) => (ALL_SUBJECTS as readonly string[]).indexOf(row.subject)
  const last = Number.MAX_SAFE_INTEGER
  return (
    subject(a) - subject(b) ||
    (a.cityRank ?? last) - (b.cityRank ?? last) ||
    (a.cityId < b.cityId ? -1 : a.cityId > b.cityId ? 1 : 0) ||
    (b.score ?? -1) - (a.score ?? -1)
  )
}
