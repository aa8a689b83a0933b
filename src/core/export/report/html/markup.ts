/** Pieces of markup that the page is put together from; all text is escaped here. */
import { formatNumber } from '../../../../shared/format/numbers.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import type { Provenance } from '../../../../shared/contract/common.ts'
import type { PlateNumber } from '../../../../shared/plates/plate.ts'
import { escapeXml as escape } from '../../figure/svg.ts'

export { escape }

export const say = (language: Language, key: string, values: Record<string, string> = {}): string =>
  translate(language, `report.core.html.${key}`, values)

export interface TableHead {
  words: string
  numeric: boolean
  /** Counted from 1 as the best: the first click sorts upwards. */
  rank?: boolean
  /** How the rows stand. */
  sorted?: 'ascending' | 'descending'
  /** Bars of the column before. */
  bar?: boolean
}

export interface TableCell {
  text: string
  /** What it is sorted by; null is not known and stands last. Without it the text. */
  value?: number | null
  /** Length of a bar, 0 to 1. */
  bar?: number
}

export interface TableMarkup {
  id: string
  caption: string
  heads: readonly TableHead[]
  rows: readonly { cells: readonly TableCell[]; on?: boolean }[]
  /** Column that names the row. */
  named: number
}

export function tableMarkup({ id, caption, heads, rows, named }: TableMarkup): string {
  return [
    `<div class="wide" tabindex="0" role="region" aria-labelledby="${id}-caption"><table id="${id}" data-sort>`,
    `<caption id="${id}-caption">${escape(caption)}</caption>`,
    `<thead><tr>${heads.map(headMarkup).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(
      ({ cells, on }) =>
        `<tr${on ? ' class="on"' : ''}>${cells.map((cell, at) => cellMarkup(cell, heads[at], at === named)).join('')}</tr>`,
    ),
    '</tbody></table></div>',
  ].join('\n')
}

function headMarkup({ words, numeric, rank, sorted, bar }: TableHead): string {
  if (bar) return `<td class="bar" data-bar><span class="skip">${escape(words)}</span></td>`
  return (
    `<th scope="col"${numeric ? ' class="n"' : ''}${rank ? ' data-rank' : ''}` +
    `${sorted ? ` aria-sort="${sorted}"` : ''}>${escape(words)}</th>`
  )
}

function cellMarkup(cell: TableCell, head: TableHead | undefined, names: boolean): string {
  if (cell.bar !== undefined)
    return `<td class="bar" aria-hidden="true"><i style="width:${(cell.bar * 100).toFixed(2)}%"></i></td>`
  const value = cell.value === undefined ? '' : ` data-v="${cell.value ?? ''}"`
  const kinds = [head?.numeric ? 'n' : '', cell.value === null ? 'none' : ''].filter((kind) => kind !== '')
  const kind = kinds.length > 0 ? ` class="${kinds.join(' ')}"` : ''
  return names
    ? `<th scope="row"${kind}${value}>${escape(cell.text)}</th>`
    : `<td${kind}${value}>${escape(cell.text)}</td>`
}

/** A field that finds rows; shown where scripts run. */
export function findMarkup(id: string, rows: number, language: Language): string {
  const of = formatNumber(rows, 0, language)
  return (
    `<div class="find" id="${id}-find" hidden><label>${escape(say(language, 'find'))}<input type="search"></label>` +
    `<span role="status" data-words="${escape(say(language, 'found', { of }))}">${escape(say(language, 'found', { of, n: of }))}</span></div>`
  )
}

/** A figure's numbers, one a row, where each is from. */
export function numbersTable(
  id: string,
  numbers: readonly PlateNumber[],
  words: { caption: string; language: Language },
): string {
  const { caption, language } = words
  return tableMarkup({
    id,
    caption,
    named: 0,
    heads: [
      { words: say(language, 'number'), numeric: false },
      { words: say(language, 'value'), numeric: true },
      { words: say(language, 'from'), numeric: false },
    ],
    rows: numbers.map(({ label, value, decimals, of }) => ({
      cells: [
        { text: label },
        { text: formatNumber(value, decimals, language), value },
        { text: provenanceWords(of, language) },
      ],
    })),
  })
}

export const provenanceWords = (of: Provenance, language: Language): string =>
  translate(language, `report.core.provenance.${of}`)
