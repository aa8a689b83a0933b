/** Columns and rows of a city's table: what was printed of it, or an index's figures of every year and subject. */
import type { CityProfile, SeriesPoint, Statement } from '../../../shared/contract/cities.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { nameIn } from '../../../shared/domain/language.ts'
import { translate } from '../../../shared/i18n/index.ts'
import type { Column } from './columns.ts'

type SeriesRow = Pick<SeriesPoint, 'subject' | 'year' | 'share' | 'count' | 'regionSharePct'> & {
  rank: number | null
}

/** Of a computed index nothing was printed: the city's figures of every year and subject stand instead. */
export function seriesRows({ series, rankHistory }: CityProfile): SeriesRow[] {
  const ranks = new Map(rankHistory.map(({ subject, year, rank }) => [`${subject}/${year}`, rank]))
  return series.map(({ subject, year, share, count, regionSharePct }) => ({
    subject,
    year,
    rank: ranks.get(`${subject}/${year}`) ?? null,
    share,
    count,
    regionSharePct,
  }))
}

export function seriesColumns(language: Language): Column<SeriesRow>[] {
  return [
    { id: 'subject', value: (row) => translate(language, `common.subjects.${row.subject}`) },
    { id: 'year', value: (row) => row.year },
    { id: 'rank', value: (row) => row.rank },
    { id: 'share', value: (row) => row.share },
    { id: 'count', value: (row) => row.count },
    { id: 'regionSharePct', value: (row) => row.regionSharePct },
  ]
}

export function statementColumns(language: Language): Column<Statement>[] {
  return [
    { id: 'indicator', value: (row) => row.indicator },
    { id: 'statementCity', value: ({ city: c }) => (c ? nameIn(language, c.name, c.nameZh) : null) },
    { id: 'subject', value: (row) => translate(language, `common.subjects.${row.subject}`) },
    { id: 'yearFrom', value: (row) => row.yearFrom },
    { id: 'yearTo', value: (row) => row.yearTo },
    { id: 'value', value: (row) => row.value },
    { id: 'unit', value: (row) => row.unit },
    { id: 'qualifier', value: (row) => row.qualifier },
    { id: 'otherCity', value: ({ otherCity: o }) => (o ? nameIn(language, o.name, o.nameZh) : null) },
    { id: 'institutionA', value: ({ institutionA: a }) => (a ? nameIn(language, a.name, a.nameZh) : null) },
    { id: 'institutionB', value: ({ institutionB: b }) => (b ? nameIn(language, b.name, b.nameZh) : null) },
    { id: 'edition', value: (row) => row.edition },
    { id: 'scope', value: (row) => row.scope },
    { id: 'sourceFile', value: (row) => row.source.file },
    { id: 'sourceLine', value: (row) => row.source.line },
    { id: 'origin', value: (row) => row.source.origin },
    { id: 'note', value: (row) => row.note },
  ]
}
