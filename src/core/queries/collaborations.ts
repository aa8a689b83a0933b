import type { CollaborationList, CollaborationRow } from '../../shared/contract/collaborations.ts'
import type { ParsedInputOf } from '../../shared/contract/index.ts'
import { ALL_SUBJECTS } from '../../shared/domain/subjects.ts'
import type { OpenDataset, ReaderContext } from '../context.ts'
import { computedCollaborations } from './computed/computed-collaborations.ts'
import { requireComputed } from './computed/totals.ts'
import { allCities, findCity } from './find-city.ts'
import { pageEnd } from './page.ts'
import { rankingEntries } from './ranking-rows.ts'
import { requireYear } from './rankings.ts'
import type { StatementRow } from './statements.ts'
import { sourceOf, STATEMENT_SQL } from './statements.ts'

const SQL = `${STATEMENT_SQL}
  WHERE f.indicator IN ('bcs', 'top-collaboration', 'named-pair') AND f.year_to = ? AND f.institution_b IS NOT NULL
  ORDER BY f.figure_id`

/**
 * Pairs with their bilateral collaboration scores. Of an edition those of institutions that it prints, with
 * `subject: 'all'` of every subject. @throws AppError not-computed where an edition is asked for more.
 */
export function listCollaborations(
  input: ParsedInputOf<'collaborations.list'>,
  context: ReaderContext,
): CollaborationList {
  const dataset = context.open(input.dataset)
  const year = requireYear(dataset, input.year)
  if (dataset.kind !== 'published') return computedCollaborations(dataset, input, year)
  if (input.between === 'cities' || input.institution !== undefined) requireComputed(dataset)
  const city = input.city === undefined ? null : findCity(dataset, input.city)
  const all = (dataset.db.prepare(SQL).all(year) as StatementRow[])
    .filter(
      (row) =>
        (!city || row.city_id === city.city_id) && (input.subject === 'all' || row.subject === input.subject),
    )
    .flatMap((row) => toRow(dataset, row, year))
    .sort(inPrintedOrder)
  // A pair without a number is known to be no less than any score only where any will do.
  const { least } = input
  const found = least > 0 ? all.filter(({ score }) => score !== null && score >= least) : all
  const rows = found.slice(input.offset, pageEnd(input))
  return {
    dataset: dataset.id,
    version: dataset.version,
    filters: {
      between: input.between,
      city: city?.city_id ?? null,
      institution: null,
      subject: input.subject,
      from: year,
      year,
      least: least || null,
    },
    shown: { pairs: [rows.length, all.length] },
    total: found.length,
    truncated: found.length > pageEnd(input),
    rows,
  }
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
