/** What a file of plates will hold, part by part, to be said before it is written. Words under `sheet.writes`. */
import type { FigurePreview } from '../../../shared/contract/exports.ts'
import type { FigureFormat } from '../../../shared/domain/file-formats.ts'
import type { Part, TextRole } from '../../../shared/plates/parts.ts'
import type { Plate } from '../../../shared/plates/plate.ts'

type Writes = FigurePreview['writes']
type Row = Writes[number]

interface Asked {
  format: FigureFormat
  embedFont: boolean
  include: { notes: boolean }
}

const WORDS = new Set<TextRole>(['title', 'subtitle', 'source', 'page'])

/** Parts of a plate without their groups. */
const flat = (parts: readonly Part[]): Part[] =>
  parts.flatMap((part) => (part.kind === 'group' ? flat(part.parts) : [part]))

const row = (key: string, values: Row['values'] = {}): Row => ({ key, values })

export function writesOf(plates: readonly Plate[], asked: Asked): Writes {
  const parts = plates.flatMap((plate) => flat(plate.parts))
  return [...wordsRow(parts), ...BY_FORMAT[asked.format](parts, asked)]
}

function wordsRow(parts: readonly Part[]): Writes {
  const has = (role: TextRole) => parts.some((part) => part.kind === 'text' && part.role === role)
  const more = [has('source') ? 'Source' : '', has('page') ? 'Page' : ''].join('')
  return [row(`text${more}`)]
}

const BY_FORMAT: Record<FigureFormat, (parts: readonly Part[], asked: Asked) => Writes> = {
  pptx: (parts, { include }) => [
    ...tables(parts, 'table'),
    ...charts(parts),
    ...shapes(parts),
    ...pictures(parts),
    ...(include.notes ? [row('notes')] : []),
    row('hidden'),
  ],
  docx: (parts) => [...tables(parts, 'table'), row('documentPicture'), row('caption'), row('hidden')],
  pdf: (parts) => [row('vector'), ...tables(parts, 'tagged'), row('tags'), row('fonts'), row('hidden')],
  svg: (_parts, { embedFont }) => [row('vector'), ...(embedFont ? [row('letters')] : []), row('hidden')],
  png: () => [row('citation'), row('hidden')],
}

/** Rows and columns of all tables, heads left out. */
function tables(parts: readonly Part[], key: string): Writes {
  const found = parts.filter((part) => part.kind === 'table')
  if (found.length === 0) return []
  const rows = found.reduce((sum, table) => sum + table.rows.filter(({ head }) => !head).length, 0)
  return [row(key, { n: rows, columns: Math.max(...found.map(({ columns }) => columns.length)) })]
}

function charts(parts: readonly Part[]): Writes {
  const found = parts.filter((part) => part.kind === 'chart')
  if (found.length === 0) return []
  const bars = found.filter(({ type }) => type === 'bar')
  if (bars.length === found.length)
    return [row('bars', { n: bars.reduce((sum, { sheet }) => sum + sheet.rows.length, 0) })]
  return [row('charts', { n: found.length })]
}

function shapes(parts: readonly Part[]): Writes {
  const n = parts.filter(
    (part) =>
      (part.kind === 'text' && !WORDS.has(part.role)) ||
      ['line', 'polyline', 'rect', 'mark', 'badge'].includes(part.kind),
  ).length
  return n === 0 ? [] : [row('shapes', { n })]
}

const pictures = (parts: readonly Part[]): Writes =>
  parts.some(({ kind }) => kind === 'picture') ? [row('picture')] : []
