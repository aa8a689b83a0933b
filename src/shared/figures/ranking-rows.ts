/** What the two figures of a ranking share: rows, notes, source and name of the file. */
import type { RankingMeasureId } from '../measures/ranking.ts'
import type { RankingList, RankingRow } from '../contract/rankings.ts'
import type { Subject } from '../domain/subjects.ts'
import type { Language } from '../domain/language.ts'
import { slug } from '../domain/slug.ts'
import { isSubject } from '../domain/subjects.ts'
import { markedFigure } from '../format/printed.ts'
import { bandsWords, rankBand, shareInterval } from '../format/bands.ts'
import { formatNumber } from '../format/numbers.ts'
import { translate } from '../i18n/index.ts'
import { filterWords, orderWords, rowName, shortName, units, word } from './names.ts'
import type { FigureOptions, FigureRow } from './spec.ts'

const DEFAULT_TOP = 20

export function topRows(list: RankingList, options: FigureOptions): RankingRow[] {
  return list.rows.slice(0, options.top ?? DEFAULT_TOP)
}

/** Rows with the measure that the figure shows. */
export function figureRows(
  rows: RankingRow[],
  measure: RankingMeasureId,
  { language, highlight }: FigureOptions,
): FigureRow[] {
  return rows.map((row) => {
    const value = row[measure]
    return {
      key: row.id,
      rank: rankBand(row) ?? (row.rank === null ? '' : formatNumber(row.rank, 0, language)),
      label: rowName(row, language),
      shortLabel: shortName(rowName(row, language), language),
      value,
      text: markedFigure(row, measure, language) ?? word(language, 'notPublished'),
      highlighted: highlight !== undefined && row.id === highlight,
      hollow: row.provenance === 'sample',
      ...(measure === 'share' ? shareInterval(row) : {}),
    }
  })
}

export const subjectOf = (list: RankingList): Subject =>
  isSubject(list.filters.subject) ? list.filters.subject : 'all'

/** Legends of the marks that occur among the rows. */
export function markNotes(rows: FigureRow[], source: RankingRow[], { language }: FigureOptions): string[] {
  return [
    rows.some((row) => row.value === null) ? word(language, 'note.hatched') : '',
    rows.some((row) => row.hollow) ? word(language, 'note.sample') : '',
    source.some((row) => row.provenance === 'computed') ? word(language, 'note.computed') : '',
  ].filter((note) => note !== '')
}

/** What whiskers and bands of ranks are, where they were drawn. */
export const bandNotes = ({ bands }: RankingList, language: Language): string[] =>
  bands ? [`${translate(language, 'stability.figure')} ${bandsWords(bands, language)}`] : []

/** Words common to both figures; `measure` is a key of the slice: `share` or `ratio`. */
export function rankingWords(
  list: RankingList,
  rows: FigureRow[],
  measure: 'share' | 'ratio',
  options: FigureOptions,
) {
  const { language } = options
  const { year, by, subject, region, group } = list.filters
  const count = formatNumber(rows.length, 0, language)
  const of = formatNumber(list.total, 0, language)
  return {
    language,
    subtitle: word(language, `${measure}.subtitle`, {
      measure: word(language, `${measure}.measure`),
      count,
      of,
      units: units(list, language),
      order: orderWords(list, language),
      year,
      filters: filterWords(list, language).join(word(language, 'list')),
    }),
    source: word(language, 'source', {
      source: options.source,
      dataset: list.dataset,
      version: list.version,
      count,
      of,
    }),
    shortNote: word(language, 'shortNote'),
    shown: { count: rows.length, of: list.total },
    empty: rows.length === 0 ? word(language, 'notPublished') : '',
    columns: {
      name: word(language, `names.${by}`),
      value: word(language, `${measure}.column`),
    },
    fileStem: [
      list.dataset,
      measure === 'share' ? 'share' : 'count-per-share',
      ...(by === 'city' ? [] : [by === 'country' ? 'countries' : `${by}s`]),
      ...(subject === 'all' ? [] : [subject]),
      ...(region === null ? [] : [region.toLowerCase()]),
      ...(group === undefined ? [] : [slug(group)]),
      year,
      `top-${rows.length}`,
    ].join('-'),
    subject: subjectOf(list),
  }
}
