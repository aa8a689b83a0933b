/** Cities side by side as a table: what the view shows of each, its differences from the reference and its subjects. */
import type { CityComparison } from '../../../shared/contract/cities.ts'
import type { RankingRow, RankingSort } from '../../../shared/contract/rankings.ts'
import { differenceFrom, differencePct } from '../../../shared/domain/difference.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { nameIn } from '../../../shared/domain/language.ts'
import { translate } from '../../../shared/i18n/index.ts'
import { medianName } from '../../../shared/plates/compare/median.ts'
import type { Cell, Column, ExportTable } from './columns.ts'
import { columnHead, toCells } from './columns.ts'
import { rankingColumns, rankingRecord } from './ranking-table.ts'

type CityRow = CityComparison['cities'][number]
/** Measures that the view shows subject by subject. */
const OF_SUBJECTS = ['share', 'rank'] as const

/** The columns of a ranking come first, as they did before the others stood in the file. */
export function compareTable(
  compared: Pick<CityComparison, 'cities' | 'subject' | 'by' | 'reference' | 'group'>,
  also: readonly RankingSort[],
  language: Language,
): Pick<ExportTable, 'columns' | 'rows' | 'records'> {
  const { cities, subject, by } = compared
  const reference = referenceOf(compared, language)
  const subjects = (cities[0]?.subjects ?? []).map((row) => row.subject)
  const columns = [
    ...rankingColumns(language, by, undefined, also).map(({ id, head, value }) => ({
      id,
      head: columnHead(head ?? id, language),
      value: ({ row }: CityRow) => value(row),
    })),
    ...differenceColumns(reference, subject, language),
    ...subjectColumns(reference, subjects, language),
  ]
  return {
    columns: columns.map(({ id, head }) => ({ id, head })),
    rows: toCells(cities, columns),
    records: cities.map((city) => ({
      ...rankingRecord(city.row, also),
      differences: differencesOf(reference, city, subject),
      subjects: city.subjects.map((row) => ({
        ...rankingRecord(row),
        subject: row.subject,
        differences: differencesOf(reference, city, row.subject),
      })),
    })),
  }
}

type Named = Column<CityRow> & { head: string }

/** What differences are measured from: one of those compared, or the medians of a group. */
interface Reference {
  name: string | null
  /** Whether the differences from it were drawn anew. */
  intervals: boolean
  figure(subject: string, id: 'share' | 'count'): number | null | undefined
}

function referenceOf(
  { cities, reference: id, group }: Pick<CityComparison, 'cities' | 'reference' | 'group'>,
  language: Language,
): Reference {
  if (group) {
    const figure: Reference['figure'] = (subject, of) => group.spreads[subject]?.[of]?.median
    return { name: medianName(group, language), intervals: false, figure }
  }
  const city = cities.find((each) => each.city.cityId === id) ?? cities[0]
  return {
    name: city ? nameIn(language, city.city.name, city.city.nameZh) : null,
    intervals: city?.differenceIntervals !== undefined,
    figure: (subject, of) => rowIn(city, subject)?.[of],
  }
}

/** From the reference, in a subject: that of the table, or one of the five. */
function differencesOf(reference: Reference, city: CityRow, subject: string) {
  const other = rowIn(city, subject)
  const [share, count] = (['share', 'count'] as const).map((id) =>
    differenceFrom(reference.figure(subject, id), other?.[id]),
  )
  const interval = city.differenceIntervals?.[subject]
  return {
    share: exact(share?.absolute),
    shareRatio: share?.ratio ?? null,
    sharePct: share ? differencePct(share) : null,
    count: exact(count?.absolute),
    ...(city.differenceIntervals && { shareLow: interval?.[0] ?? null, shareHigh: interval?.[1] ?? null }),
  }
}

function rowIn(city: CityRow | undefined, subject: string): RankingRow | undefined {
  if (city === undefined) return undefined
  return subject === 'all' ? city.headline : city.subjects.find((row) => row.subject === subject)
}

/** A difference of printed numbers has no more digits than they: what binary fractions add is taken away. */
const exact = (value: number | undefined): number | null =>
  value === undefined ? null : Number(value.toFixed(10))

type OfDifference = keyof ReturnType<typeof differencesOf>
const INTERVAL: readonly (readonly [id: string, of: OfDifference])[] = [
  ['shareDifferenceLow', 'shareLow'],
  ['shareDifferenceHigh', 'shareHigh'],
]

function differenceColumns(reference: Reference, subject: string, language: Language): Named[] {
  const named = (id: string, of: OfDifference): Named => ({
    id,
    head: translate(language, `exports.columns.${id}`),
    value: (city) => differencesOf(reference, city, subject)[of] ?? null,
  })
  return [
    { id: 'reference', head: translate(language, 'exports.columns.reference'), value: () => reference.name },
    named('shareDifference', 'share'),
    ...(reference.intervals ? INTERVAL.map(([id, of]) => named(id, of)) : []),
    named('shareDifferencePct', 'sharePct'),
    named('shareRatio', 'shareRatio'),
    named('countDifference', 'count'),
  ]
}

function subjectColumns(reference: Reference, subjects: readonly string[], language: Language): Named[] {
  return subjects.flatMap((subject) => {
    const named = (id: string, head: string, value: Named['value']): Named => ({
      id: `${id}-${subject}`,
      head: translate(language, 'exports.ofSubject', {
        subject: translate(language, `common.subjects.${subject}`),
        head,
      }),
      value,
    })
    const difference = (id: string, of: OfDifference) =>
      named(
        id,
        translate(language, `exports.columns.${id}`),
        (city) => differencesOf(reference, city, subject)[of] ?? null,
      )
    return [
      ...OF_SUBJECTS.map((id) =>
        named(
          id,
          columnHead(id, language),
          (city): Cell => city.subjects.find((row) => row.subject === subject)?.[id] ?? null,
        ),
      ),
      difference('shareDifference', 'share'),
      ...(reference.intervals ? INTERVAL.map(([id, of]) => difference(id, of)) : []),
    ]
  })
}
