import type { CityProfile, RankPoint } from '../contract/cities.ts'
import { nameIn } from '../domain/language.ts'
import { isSubject } from '../domain/subjects.ts'
import { formatNumber } from '../format/numbers.ts'
import { scopeName, shortScope, word } from './names.ts'
import type { FigureBreak, FigureOptions, FigureSeries, RanksSpec } from './spec.ts'

export interface RankHistoryOptions extends FigureOptions {
  subject?: string
}

/** What a history of ranks needs of a profile. */
export type RankedProfile = Pick<CityProfile, 'dataset' | 'version' | 'rankHistory'> & {
  city: Pick<CityProfile['city'], 'cityId' | 'name' | 'nameZh'>
}

interface Series {
  scope: string | null
  printedAs: string | null
  points: RankPoint[]
}

/**
 * Ranks of a city by year, in one series for each scope and each boundary under which it was printed.
 * Years without a printed rank are absent.
 */
export function rankHistory(profile: RankedProfile, options: RankHistoryOptions): RanksSpec {
  const { language } = options
  const subject = options.subject ?? 'all'
  const printed = profile.rankHistory.filter((point) => point.subject === subject)
  const grouped = seriesOf(printed)
  const drawn = grouped.reduce((sum, series) => sum + series.points.length, 0)
  const city = nameIn(language, profile.city.name, profile.city.nameZh)
  const years = grouped.flatMap((series) => series.points.map((point) => point.year))
  const values = {
    subject: word(language, `subjects.${subject}`),
    from: Math.min(...years),
    to: Math.max(...years),
  }
  const span = years.length === 0 ? 'subtitleNone' : values.from === values.to ? 'subtitleOne' : 'subtitle'
  return {
    kind: 'ranks',
    language,
    title: options.title ?? finding(city, grouped, options),
    subtitle: word(language, `ranks.${span}`, values),
    series: grouped.map((series, i) => toSeries(series, i, options)),
    breaks: breaksOf(grouped),
    notes: notesOf(grouped, printed.length - drawn, options),
    source: word(language, drawn === 0 ? 'sourceNone' : 'sourcePoints', {
      source: options.source,
      dataset: profile.dataset,
      version: profile.version,
      count: drawn,
      of: printed.length,
    }),
    shown: { count: drawn, of: printed.length },
    empty: drawn === 0 ? word(language, 'notPublished') : '',
    columns: { name: word(language, 'ranks.year'), value: word(language, 'ranks.column') },
    fileStem: [
      profile.dataset,
      'rank-history',
      profile.city.cityId,
      ...(subject === 'all' ? [] : [subject]),
    ].join('-'),
    subject: isSubject(subject) ? subject : 'all',
  }
}

/** The edition that covered the year itself speaks for it; ranks that later editions restated are left out. */
function seriesOf(points: RankPoint[]): Series[] {
  const series = new Map<string, Series>()
  const own = (point: RankPoint) => Math.abs(point.edition - point.year - 1)
  for (const point of [...points].sort(
    (a, b) => a.year - b.year || own(a) - own(b) || a.edition - b.edition,
  )) {
    const key = JSON.stringify([point.scope, point.printedAs])
    const entry = series.get(key) ?? { scope: point.scope, printedAs: point.printedAs, points: [] }
    if (entry.points.at(-1)?.year !== point.year) entry.points.push(point)
    series.set(key, entry)
  }
  return [...series.values()].sort((a, b) => (a.points[0]?.year ?? 0) - (b.points[0]?.year ?? 0))
}

function toSeries(series: Series, index: number, { language }: FigureOptions): FigureSeries {
  return {
    key: String(index),
    label: shortScope(series.scope, language),
    points: series.points.map(({ year, rank, qualifier }) => ({
      x: year,
      y: rank,
      text: formatNumber(rank, 0, language) + (qualifier === 'implied' ? '†' : ''),
      hollow: false,
    })),
  }
}

/** A gap wherever the next year drawn is of another scope. */
function breaksOf(series: Series[]): FigureBreak[] {
  const points = series
    .flatMap(({ scope, points }) => points.map(({ year }) => ({ year, scope })))
    .sort((a, b) => a.year - b.year)
  return points.flatMap((point, i) => {
    const next = points[i + 1]
    return next && next.scope !== point.scope && next.year > point.year
      ? [{ from: point.year, to: next.year }]
      : []
  })
}

function notesOf(series: Series[], restated: number, { language }: FigureOptions): string[] {
  const scopes = new Set(series.map(({ scope }) => scope))
  const skips = series.some(({ points }) =>
    points.some(({ year }, i) => i > 0 && year - (points[i - 1]?.year ?? 0) > 1),
  )
  return [
    breaksOf(series).length > 0 ? word(language, 'ranks.noteBreak') : '',
    series.length > scopes.size ? word(language, 'ranks.noteBoundary') : '',
    skips ? word(language, 'ranks.noteDotted') : '',
    restated > 0 ? word(language, 'ranks.noteRestated', { n: restated }) : '',
  ].filter((note) => note !== '')
}

/** Said of the longest series alone, for ranks of two scopes are not compared. */
function finding(city: string, series: Series[], { language }: FigureOptions): string {
  const longest = series.reduce<Series | null>(
    (best, entry) => (best === null || entry.points.length >= best.points.length ? entry : best),
    null,
  )
  const [first, last] = [longest?.points[0], longest?.points.at(-1)]
  if (!longest || !first || !last) return word(language, 'ranks.titleNone', { city })
  const values = {
    city,
    rank: last.rank,
    from: first.year,
    to: last.year,
    before: first.rank,
    after: last.rank,
  }
  const title = word(
    language,
    `ranks.${findingKey(longest.points)}`,
    first === last ? { ...values, from: last.year } : values,
  )
  const scope = new Set(series.map((entry) => entry.scope)).size > 1 ? scopeName(longest.scope, language) : ''
  return scope === '' ? title : word(language, 'ranks.inScope', { title, scope })
}

function findingKey(points: RankPoint[]): string {
  const [first, last] = [points[0]?.rank ?? 0, points.at(-1)?.rank ?? 0]
  if (points.length === 1) return 'titleOne'
  if (points.every(({ rank }) => rank === first)) return 'titleSame'
  if (first === last) return 'titleBack'
  return last < first ? 'titleRose' : 'titleFell'
}
