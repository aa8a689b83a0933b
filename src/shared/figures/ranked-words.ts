/** What a laid-out ranking says: its finding, subtitle, notes, alternative text, and its rows for readers who do not see it. */
import type { RankingRow } from '../contract/rankings.ts'
import { formatFigure } from '../format/figures.ts'
import { formatNumber } from '../format/numbers.ts'
import { ordinal } from '../format/ordinals.ts'
import { translate } from '../i18n/index.ts'
import { measureOf } from '../measures/by-id.ts'
import { RANKING_MEASURES } from '../measures/ranking.ts'
import { groupNotes } from './group-rule.ts'
import { filterWords, orderWords, rowName, shortScope } from './names.ts'
import { bandNotes } from './ranking-rows.ts'
import type { Ranked } from './ranked-rows.ts'
import { gapPercent, plateName, rankedWord } from './ranked-rows.ts'
import type { RowItem, RowNumber } from './row-spec.ts'

const what = ({ spec, measure }: Ranked) => measureOf(measure).name[spec.language]
const narrowed = ({ list: { filters } }: Ranked) =>
  filters.region !== null || filters.group !== undefined || filters.search !== ''

/** "Nanjing is fifth, 488.45 behind Boston": of the chosen row, else of the leading two. */
export function rankedTitle(ranked: Ranked): string {
  const { read, list, spec, measure } = ranked
  const { language } = spec
  const { year, by } = list.filters
  if (!read) return leadersTitle(ranked)
  const name = plateName(read, language)
  const values = { name, what: what(ranked), year, by }
  if (read[measure] === null && read.rank === null) return rankedWord(language, 'title.absent', values)
  const place = placeWords(ranked)
  if (!ranked.against) {
    if (place === null) return leadersTitle(ranked)
    return rankedWord(language, 'title.place', { ...values, place })
  }
  const { row, gap, behind } = ranked.against
  const said = gap === 0 ? 'level' : behind ? 'behind' : 'ahead'
  return rankedWord(language, `title.${said}${place === null ? 'Here' : ''}`, {
    ...values,
    place: place ?? '',
    gap: formatNumber(gap, measureOf(measure).decimals, language),
    other: plateName(row, language),
  })
}

/** Null where a rank would not be one among the rows shown. */
function placeWords(ranked: Ranked): string | null {
  const { read, list, spec, measure, natural } = ranked
  const { language } = spec
  if (!read || narrowed(ranked)) return null
  if (measure === 'share' || !natural) return read.rank === null ? null : ordinal(read.rank, language)
  const place = ordinal(list.rows.indexOf(read) + 1, language)
  return rankedWord(language, 'title.placeBy', { place, what: measureOf(measure).phrase[language] })
}

function leadersTitle(ranked: Ranked): string {
  const { list, spec, measure, natural } = ranked
  const { language } = spec
  const { year, by } = list.filters
  const [first, second] = list.rows
  const [a, b] = [first?.[measure] ?? null, second?.[measure] ?? null]
  const values = {
    what: what(ranked),
    year,
    count: spec.rows.length,
    units: rankedWord(language, `units.${by}`),
  }
  if (spec.rows.every(({ value }) => value === null)) return rankedWord(language, 'title.none', values)
  if (!natural || !first || !second || a === null || b === null)
    return rankedWord(language, 'title.plain', values)
  const names = { a: plateName(first, language), b: plateName(second, language) }
  const value = formatFigure(measure, a, language)
  if (a === b) return rankedWord(language, 'title.equal', { ...values, ...names, value })
  const times = formatNumber(a / b, 2, language)
  if (gapPercent(measure, a - b, b) === null || times === '1.00')
    return rankedWord(language, 'title.leads', { ...values, ...names, value })
  return rankedWord(language, 'title.times', { ...values, ...names, times })
}

const rowsWords = ({ list, spec, drawn }: Ranked): string => {
  const { language } = spec
  const values = {
    count: formatNumber(drawn.length, 0, language),
    of: formatNumber(list.total, 0, language),
    units: rankedWord(language, `units.${list.filters.by}`),
    unit: rankedWord(language, `counted.${list.filters.by}`),
  }
  return rankedWord(language, drawn.length === list.total ? 'rowsAll' : 'rows', values)
}

/** Subtitles, the fullest first: a narrow figure says the scope in fewer words. */
export function rankedSubtitles(ranked: Ranked, columns: number, suffix = ''): string[] {
  const { list, spec, natural } = ranked
  const { language } = spec
  const full = filterWords(list, language)
  const scope = list.scope === null ? null : shortScope(list.scope, language)
  const short = scope === null ? full : [...full.slice(0, -1), scope]
  // That all subjects are meant goes without saying where there is no room.
  const shortest = list.filters.subject === 'all' && short.length > 1 ? short.slice(1) : short
  const values = {
    what: what(ranked),
    year: list.filters.year,
    rows: rowsWords(ranked),
    order: natural ? '' : rankedWord(language, 'order', { order: orderWords(list, language) }),
    columns: columns > 1 ? rankedWord(language, 'columns') : '',
  }
  return [full, short, shortest].map((filters) =>
    rankedWord(language, 'subtitle', {
      ...values,
      filters: filters.join(translate(language, 'figures.list')) + suffix,
    }),
  )
}

/** Sentences after the source: what is computed, what marks mean. */
export function rankedNotes(ranked: Ranked): string[] {
  const { drawn, spec, measure, list } = ranked
  const { language } = spec
  const derived = RANKING_MEASURES.find(({ id }) => id === measure)?.ofEdition === 'derived'
  const printed = drawn.some(({ provenance }) => provenance === 'printed')
  return [
    derived && printed ? rankedWord(language, 'noteDerived', { what: what(ranked) }) : '',
    spec.rows.some(({ kind, value }) => kind === 'row' && value === null)
      ? rankedWord(language, 'noteHatched')
      : '',
    ...(measure === 'share' ? bandNotes(list, language) : []),
    ...groupNotes(list, measure, language),
  ]
}

/** How rows are named, where one is named otherwise than in full. */
export function rankedAside({ drawn, spec: { language } }: Ranked): string {
  const full = (row: RankingRow) => rowName(row, language).replaceAll("'", '’')
  const shortened = drawn.some((row) => full(row) !== plateName(row, language))
  return shortened ? rankedWord(language, 'noteMetro') : ''
}

export function rankedAlt(ranked: Ranked, title: string): string {
  const { spec, list, drawn } = ranked
  const { language } = spec
  const named = spec.rows.filter(({ kind, value }) => kind === 'row' && value !== null)
  const some = [named[0], named.find(({ highlighted }) => highlighted), named.at(-1)]
  const said = [...new Set(some)].flatMap((row) => (row ? [`${row.names[0]} ${row.text}`] : []))
  return rankedWord(language, 'alt', {
    kind: rankedWord(language, `altKind.${spec.marks}`),
    finding: title,
    what: what(ranked),
    rows: rowsWords(ranked),
    year: list.filters.year,
    some: said.join(translate(language, 'figures.list')),
    of: rankedWord(language, `altOf.${drawn[0]?.provenance ?? 'printed'}`),
  })
}

/** Row by row. */
export function rowsDescription(rows: readonly RowItem[], title: string, absent: string): string {
  const said = rows.map(({ kind, place, names, value, text }) =>
    [place, names[0], kind === 'row' && value === null ? absent : text]
      .filter((part) => part.trim() !== '')
      .join(' '),
  )
  return [title, ...said].join('\n')
}

/** Numbers of the title and the arrow, which stand in no row. */
export function differenceNumbers(ranked: Ranked): RowNumber[] {
  const { read, against, measure, spec, list } = ranked
  if (!read || !against) return []
  const { language } = spec
  const { row, gap } = against
  const values = {
    name: plateName(read, language),
    other: plateName(row, language),
    what: what(ranked),
    year: list.filters.year,
  }
  const of = read.provenance === 'sample' ? 'sample' : 'computed'
  const percent = gapPercent(measure, gap, row[measure] ?? 0)
  return [
    {
      label: rankedWord(language, 'numbers.gap', values),
      value: gap,
      decimals: measureOf(measure).decimals,
      of,
    },
    ...(percent === null || !spec.difference
      ? []
      : [
          {
            label: rankedWord(language, 'numbers.percent', values),
            value: percent,
            decimals: 1,
            of,
          } as const,
        ]),
  ]
}

export function rankedHowTo(ranked: Ranked): string {
  const { spec } = ranked
  const { language } = spec
  return [
    rankedWord(language, 'howTo', { what: what(ranked) }),
    spec.rows.some(({ highlighted }) => highlighted) ? rankedWord(language, 'howToChosen') : '',
    spec.difference ? rankedWord(language, 'howToArrow') : '',
  ].join('')
}
