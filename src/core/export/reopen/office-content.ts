/** Numbers and texts of Office files, by their XML: slides and their charts, sheets, documents. Notes are left out. */
import { createHash } from 'node:crypto'
import { messages } from '../../../shared/i18n/index.ts'
import type { ContentCell } from './content-cell.ts'
import { labelled } from './content-cell.ts'
import { elementTexts, utf8, xmlUnescaped } from './text.ts'
import { zipParts } from './zip-parts.ts'

const WANTED =
  /^(ppt\/slides\/slide\d+\.xml|(ppt|word|xl)\/charts\/chart\d+\.xml|word\/document\.xml|xl\/(workbook|sharedStrings)\.xml|xl\/worksheets\/sheet\d+\.xml|ppt\/embeddings\/[\w.-]+\.xlsx|word\/embeddings\/[\w.-]+\.xlsx|(?:ppt|word)\/media\/[\w.-]+\.(?:svg|png))$/

export function officeCells(bytes: Uint8Array): ContentCell[] {
  const parts = zipParts(bytes, (name) => WANTED.test(name))
  if (parts === null) return []
  const names = [...parts.keys()].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  const text = (name: string) => utf8(parts.get(name) ?? new Uint8Array())
  const shared = elementTexts(text('xl/sharedStrings.xml'), 'si')
  const left = sheetsBeside(text('xl/workbook.xml'))
  return names.flatMap((name) => {
    if (name.endsWith('.xlsx')) return officeCells(parts.get(name) ?? new Uint8Array())
    if (name.includes('/worksheets/'))
      return left.has(sheetNumber(name)) ? [] : sheetCells(text(name), shared)
    if (name.includes('/charts/')) return chartCells(text(name))
    if (name.endsWith('.svg'))
      return labelled(['title', 'desc', 'text'].flatMap((tag) => elementTexts(text(name), tag)))
    if (name.endsWith('.png')) return [{ label: 'picture', text: pictureMark(parts.get(name)) }]
    if (name.startsWith('ppt/slides/')) return told(text(name), 'a:p', 'a:t')
    if (name === 'word/document.xml') return told(text(name), 'w:p', 'w:t')
    return []
  })
}

/** Letters that stand for a picture's bytes: another version of the app may draw it otherwise, so it is no number. */
const pictureMark = (bytes: Uint8Array = new Uint8Array()): string =>
  createHash('sha256')
    .update(bytes)
    .digest('hex')
    .slice(0, 12)
    .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? digit)

/** Paragraphs, then what pictures and charts say to readers who do not see them. */
const told = (xml: string, paragraph: string, run: string): ContentCell[] => [
  ...labelled(paragraphs(xml, paragraph, run)),
  ...[...xml.matchAll(/\bdescr="([^"]*)"/g)].map(([, alt = '']) => ({ label: '', text: xmlUnescaped(alt) })),
]

const sheetNumber = (name: string) => Number(/(\d+)\.xml$/.exec(name)?.[1])

/** Sheets that say where the data are from: a new version of equal figures changes them. */
function sheetsBeside(workbook: string): ReadonlySet<number> {
  const beside = new Set(Object.values(messages).map(({ exports }) => exports.workbook.version))
  const names = [...workbook.matchAll(/<sheet [^>]*\bname="([^"]*)"/g)].map(([, name = '']) =>
    xmlUnescaped(name),
  )
  return new Set(names.flatMap((name, at) => (beside.has(name) ? [at + 1] : [])))
}

function sheetCells(xml: string, shared: readonly string[]): ContentCell[] {
  const rows = xml
    .split('<row')
    .slice(1)
    .map((row) => rowCells(row, shared))
  const head = new Map(rows[0]?.map(({ column, text }) => [column, text]))
  return rows.flatMap((row) => {
    const name = row.find(({ text }) => /\p{Lu}|\p{Script=Han}/u.test(text))?.text ?? ''
    return row.map(({ column, text }) => ({
      label: [name, head.get(column)].filter(Boolean).join(', '),
      text,
    }))
  })
}

function rowCells(row: string, shared: readonly string[]): { column: string; text: string }[] {
  return row
    .split(/<c\s/)
    .slice(1)
    .map((cell) => {
      const column = /^[^>]*\br="([A-Z]+)/.exec(cell)?.[1] ?? ''
      const type = /^[^>]*\bt="(\w+)"/.exec(cell)?.[1]
      const value = elementTexts(cell, 'v')[0] ?? ''
      if (type === 'inlineStr') return { column, text: elementTexts(cell, 'is')[0] ?? '' }
      return { column, text: type === 's' ? (shared[Number(value)] ?? '') : value }
    })
}

/** Values of a chart, each labelled by the category at its place where there is one. */
function chartCells(xml: string): ContentCell[] {
  return xml
    .split('<c:ser>')
    .slice(1)
    .flatMap((series) => {
      const categories = elementTexts(series.split('<c:val>')[0] ?? '', 'c:v')
      const name = categories[0] ?? ''
      return elementTexts(series, 'c:v').map((text, at) => ({
        label: at < categories.length ? name : (categories[at - categories.length + 1] ?? name),
        text,
      }))
    })
}

function paragraphs(xml: string, paragraph: string, run: string): string[] {
  return xml
    .split(`<${paragraph}>`)
    .flatMap((part) => part.split(`<${paragraph} `))
    .map((part) => elementTexts(part, run).join(''))
    .filter((text) => text.trim() !== '')
}
