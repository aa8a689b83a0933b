/** Pairs by bilateral collaboration score as a figure of rows: grouped by city, or the partners of one. */
import type { CollaborationList, CollaborationRow } from '../contract/collaborations.ts'
import type { Language } from '../domain/language.ts'
import { nameIn } from '../domain/language.ts'
import { formatFigure } from '../format/figures.ts'
import { formatNumber } from '../format/numbers.ts'
import { translate } from '../i18n/index.ts'
import type { Values } from '../i18n/index.ts'
import { score as scoreMeasure } from '../measures/collaboration.ts'
import { shortName } from './names.ts'
import type { RowItem, RowsSpec } from './row-spec.ts'
import { inFewerWords } from './short-names.ts'

export interface PairOptions {
  language: Language
  /** Pairs asked, from the top of the list. */
  top: number
  /** Id of an institution or a city: its pairs are marked; if none is among the leading ones, its first is added. */
  highlight: string | undefined
  /** The institution or city whose partners the rows are; null where they are pairs of any. */
  partnersOf: { id: string; name: string } | null
}

export interface PairFigure {
  spec: RowsSpec
  list: CollaborationList
  drawn: CollaborationRow[]
  /** The row being read, and its place from 1. */
  read: { row: CollaborationRow; place: number } | null
  partnersOf: PairOptions['partnersOf']
}

export const pairWord = (language: Language, key: string, values?: Values): string =>
  translate(language, `plates.pairs.${key}`, values)

const short = (language: Language, name: string, nameZh: string | null) =>
  shortName(nameIn(language, name, nameZh), language)

/** Names of both ends; of partners, the one asked about first. */
export function pairNames(
  row: CollaborationRow,
  language: Language,
  partnersOf: PairOptions['partnersOf'],
): [a: string, b: string] {
  const a = short(language, row.aName, row.aNameZh)
  const b = short(language, row.bName, row.bNameZh)
  return partnersOf && row.b === partnersOf.id ? [b, a] : [a, b]
}

export function pairRows(list: CollaborationList, options: PairOptions): PairFigure {
  const { language, top, highlight, partnersOf } = options
  const known = list.rows.filter(({ score, printed }) => score !== null || !printed)
  const leading = known.slice(0, top)
  const marked = (row: CollaborationRow) => highlight !== undefined && isOf(row, highlight, partnersOf)
  const at = known.findIndex(marked)
  const outside = at >= leading.length ? known[at] : undefined
  const drawn = outside ? [...leading, outside] : leading
  const items = grouped(leading, list, options).map((entry): RowItem =>
    'row' in entry ? itemOf(entry.row, entry.place, marked(entry.row), list, options) : entry,
  )
  if (outside) {
    const left = formatNumber(at - leading.length, 0, language)
    items.push(plainItem('gap', '…', pairWord(language, 'left', { n: left })))
    items.push(itemOf(outside, at + 1, true, list, options))
  }
  const scores = drawn.flatMap(({ score }) => score ?? [])
  const read = known[at]
  return {
    spec: {
      language,
      marks: 'bars',
      rows: items,
      heads: {
        place: pairWord(language, 'heads.place'),
        name: pairWord(language, partnersOf ? 'heads.partner' : 'heads.pair'),
        value: pairWord(language, 'heads.value'),
      },
      decimals: scoreMeasure.decimals,
      from: 0,
      to: Math.max(0, ...scores),
      subject: list.filters.subject,
      difference: null,
      reference: null,
      absent: translate(language, 'common.notPublished'),
    },
    list,
    drawn,
    read: read ? { row: read, place: at + 1 } : null,
    partnersOf,
  }
}

/** A partner is marked for itself: the one asked about has a part in every row. */
function isOf(row: CollaborationRow, id: string, partnersOf: PairOptions['partnersOf']): boolean {
  return [row.a, row.b].some((end) => end === id && end !== partnersOf?.id)
}

type Entry = RowItem | { row: CollaborationRow; place: number }

/** Under a head for each city (and subject, where there are several), in the order in which the best of each comes. */
function grouped(rows: readonly CollaborationRow[], list: CollaborationList, options: PairOptions): Entry[] {
  const { language, partnersOf } = options
  const entries = rows.map((row, i) => ({ row, place: i + 1 }))
  if (partnersOf || list.filters.between !== 'institutions') return entries
  const subjects = new Set(rows.map(({ subject }) => subject)).size > 1
  const groups = new Map<string, { head: string; entries: typeof entries }>()
  for (const entry of entries) {
    const { cityId, city, cityZh, subject } = entry.row
    const key = subjects ? `${cityId}/${subject}` : cityId
    const name = cityId === '' ? pairWord(language, 'between') : short(language, city, cityZh)
    const words = { city: name, subject: translate(language, `common.subjectsIn.${subject}`) }
    const head = subjects ? pairWord(language, 'group', words) : name
    const group = groups.get(key) ?? { head, entries: [] }
    // Where each city has its leading pairs, they are counted city by city.
    group.entries.push(list.groups ? { row: entry.row, place: group.entries.length + 1 } : entry)
    groups.set(key, group)
  }
  if (groups.size < 2) return entries
  return [...groups].flatMap(([key, group]): Entry[] => [
    plainItem('group', `group/${key}`, group.head),
    ...group.entries,
  ])
}

const plainItem = (kind: 'gap' | 'group', key: string, name: string): RowItem => ({
  kind,
  key,
  place: '',
  names: [name],
  value: null,
  text: '',
  highlighted: false,
  hollow: false,
  numbers: [],
})

function itemOf(
  row: CollaborationRow,
  place: number,
  highlighted: boolean,
  list: CollaborationList,
  { language, partnersOf }: PairOptions,
): RowItem {
  const [a, b] = pairNames(row, language, partnersOf)
  const pair = pairWord(language, 'pair', { a, b })
  const subject = translate(language, `common.subjectsIn.${row.subject}`)
  const label = pairWord(language, 'numbers', { pair, subject, period: periodOf(list) })
  return {
    kind: 'row',
    key: `${row.a}/${row.b}/${row.subject}/${row.cityId}`,
    place: formatNumber(place, 0, language),
    names: inFewerWords(partnersOf ? b : pair, language),
    value: row.score,
    text: row.score === null ? translate(language, 'common.np') : formatFigure('score', row.score, language),
    highlighted,
    hollow: row.provenance === 'sample',
    numbers:
      row.score === null
        ? []
        : [{ label, value: row.score, decimals: scoreMeasure.decimals, of: row.provenance }],
  }
}

/** "2019–2023", or the one year. */
export const periodOf = ({ filters: { from, year } }: CollaborationList): string =>
  from === year ? String(year) : `${from}–${year}`
