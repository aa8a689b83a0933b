/** Cities side by side as a table: what the view shows of each, its differences from the first and its subjects. */
import type { CityComparison } from '../../../shared/contract/cities.ts'
import type { RankingSort } from '../../../shared/contract/rankings.ts'
import { differenceFrom } from '../../../shared/domain/difference.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { translate } from '../../../shared/i18n/index.ts'
import type { Cell, Column, ExportTable } from './columns.ts'
import { columnHead, toCells } from './columns.ts'
import { rankingColumns, rankingRecord } from './ranking-table.ts'

type CityRow = CityComparison['cities'][number]
/** Measures that the view shows subject by subject. */
const OF_SUBJECTS = ['share', 'rank'] as const

/** The columns of a ranking come first, as they did before the others stood in the file. */
export function compareTable(
  { cities, subject }: Pick<CityComparison, 'cities' | 'subject'>,
  also: readonly RankingSort[],
  language: Language,
): Pick<ExportTable, 'columns' | 'rows' | 'records'> {
  const columns = [
    ...rankingColumns(language, 'city', undefined, also).map(({ id, head, value }) => ({
      id,
      head: columnHead(head ?? id, language),
      value: ({ row }: CityRow) => value(row),
    })),
    ...differenceColumns(cities, subject, language),
    ...subjectColumns(cities[0], language),
  ]
  return {
    columns: columns.map(({ id, head }) => ({ id, head })),
    rows: toCells(cities, columns),
    records: cities.map((city) => ({
      ...rankingRecord(city.row, also),
      differences: differencesOf(cities[0], city, subject),
      subjects: city.subjects.map((row) => ({ ...rankingRecord(row), subject: row.subject })),
    })),
  }
}

type Named = Column<CityRow> & { head: string }

/** The first city is the reference. */
function differencesOf(
  reference: CityRow | undefined,
  { row, differenceIntervals }: CityRow,
  subject: string,
) {
  const [share, count] = (['share', 'count'] as const).map((id) =>
    differenceFrom(reference?.row[id], row[id]),
  )
  return {
    share: exact(share?.absolute),
    shareRatio: share?.ratio ?? null,
    count: exact(count?.absolute),
    ...(differenceIntervals && {
      shareLow: differenceIntervals[subject]?.[0] ?? null,
      shareHigh: differenceIntervals[subject]?.[1] ?? null,
    }),
  }
}

/** A difference of printed numbers has no more digits than they: what binary fractions add is taken away. */
const exact = (value: number | undefined): number | null =>
  value === undefined ? null : Number(value.toFixed(10))

function differenceColumns(cities: readonly CityRow[], subject: string, language: Language): Named[] {
  const [reference] = cities
  const named = (id: string, of: keyof ReturnType<typeof differencesOf>): Named => ({
    id,
    head: translate(language, `exports.columns.${id}`),
    value: (city) => differencesOf(reference, city, subject)[of] ?? null,
  })
  return [
    named('shareDifference', 'share'),
    ...(reference?.differenceIntervals
      ? [named('shareDifferenceLow', 'shareLow'), named('shareDifferenceHigh', 'shareHigh')]
      : []),
    named('shareRatio', 'shareRatio'),
    named('countDifference', 'count'),
  ]
}

function subjectColumns(reference: CityRow | undefined, language: Language): Named[] {
  return (reference?.subjects ?? []).flatMap(({ subject }) =>
    OF_SUBJECTS.map((id) => ({
      id: `${id}-${subject}`,
      head: translate(language, 'exports.ofSubject', {
        subject: translate(language, `common.subjects.${subject}`),
        head: columnHead(id, language),
      }),
      value: ({ subjects }: CityRow): Cell => subjects.find((row) => row.subject === subject)?.[id] ?? null,
    })),
  )
}
