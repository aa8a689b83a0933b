/** What a file says, as a list of its numbers and texts: two files of one request can be held against each other. */
import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { STAMP_NAME } from '../stamp.ts'
import type { Content, ContentCell } from './content-cell.ts'
import { labelled } from './content-cell.ts'
import type { FileKind } from './file-kind.ts'
import { fileKind } from './file-kind.ts'
import { officeCells } from './office-content.ts'
import { pdfCells } from './pdf-content.ts'
import { pngChunks } from './png-file.ts'
import { utf8, xmlUnescaped } from './text.ts'

export function contentOf(bytes: Uint8Array): Content {
  return READERS[fileKind(bytes)](bytes)
}

const READERS: Record<FileKind, (bytes: Uint8Array) => Content> = {
  png: (bytes) => ({ cells: [], drawing: pixels(bytes) }),
  office: (bytes) => ({ cells: officeCells(bytes), drawing: null }),
  pdf: pdfCells,
  xml: (bytes) => markup(utf8(bytes)),
  html: (bytes) => markup(utf8(bytes)),
  json: (bytes) => ({ cells: jsonCells(bytes), drawing: null }),
  csv: (bytes) => ({ cells: csvCells(bytes), drawing: null }),
}

const hash = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex')

function pixels(bytes: Uint8Array): string {
  const data = [...pngChunks(bytes)].filter(({ type }) => /^(IHDR|PLTE|IDAT)$/.test(type))
  return hash(Buffer.concat(data.map((chunk) => chunk.data)))
}

/** The table alone: below an empty line stands the citation. */
function csvCells(bytes: Uint8Array): ContentCell[] {
  const text = utf8(bytes)
  const first = text.slice(0, text.search(/\r?\n|$/))
  const delimiter = [',', ';', '\t'].find((sign) => first.includes(sign)) ?? ','
  const rows = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false }) as string[][]
  const end = rows.findIndex((row) => row.every((cell) => cell === ''))
  const [head = [], ...table] = end < 0 ? rows : rows.slice(0, end)
  return [
    ...head.map((cell) => ({ label: '', text: cell })),
    ...table.flatMap((row) => {
      const name = nameOf(row)
      return row.map((cell, at) => ({ label: [name, head[at]].filter(Boolean).join(', '), text: cell }))
    }),
  ]
}

/** What a row is called: its first words that are neither a number nor an id. */
export const nameOf = (row: readonly string[]): string =>
  row.find((cell) => /\p{Lu}|\p{Script=Han}/u.test(cell)) ?? row.find((cell) => cell !== '') ?? ''

/** Said of the data and of the file, not by its figures. */
const BESIDE: ReadonlySet<string> = new Set(['dataset', 'version', 'citation', 'sources', STAMP_NAME])

function jsonCells(bytes: Uint8Array): ContentCell[] {
  const cells: ContentCell[] = []
  const walk = (value: unknown, path: readonly string[]): void => {
    if (Array.isArray(value))
      value.forEach((each, at) => walk(each, [...path, rowName(each) ?? String(at + 1)]))
    else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) walk(each, [...path, key])
    else cells.push({ label: path.slice(-2).join(', '), text: value === null ? '' : String(value) })
  }
  const document = JSON.parse(utf8(bytes)) as Record<string, unknown>
  for (const [key, value] of Object.entries(document)) if (!BESIDE.has(key)) walk(value, [key])
  return cells
}

function rowName(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  const { name, aName, bName } = value as Record<string, unknown>
  if (typeof aName === 'string' && typeof bName === 'string') return `${aName} – ${bName}`
  return typeof name === 'string' ? name : null
}

/** Parts of markup that say where a file is from, and code. */
const NOT_SHOWN =
  /<!--.*?-->|<metadata>.*?<\/metadata>|<meta [^>]*>|<(script|style)\b[^>]*>.*?<\/\1>|<description>.*?<\/description>|<data key="(?:description|stamp)">.*?<\/data>/gs

/** Texts between tags in order, tags are the drawing; of graph files, whose numbers stand in attributes, those too. */
function markup(text: string): Content {
  const shown = text.replace(NOT_SHOWN, '')
  if (/<(gexf|graphml)\b/.test(shown.slice(0, 2000))) return { cells: graphCells(shown), drawing: null }
  const tags: string[] = []
  const texts: string[] = []
  for (const [, tag = '', between = ''] of shown.matchAll(/<([^<>]*)>([^<]*)/g)) {
    tags.push(tag)
    const said = xmlUnescaped(between).trim()
    if (said !== '') texts.push(said)
  }
  return { cells: labelled(texts), drawing: hash(tags.join('\n')) }
}

function graphCells(xml: string): ContentCell[] {
  const cells: ContentCell[] = []
  let name = ''
  for (const [, tag = '', between = ''] of xml.matchAll(/<([^<>]*)>([^<]*)/g)) {
    const own = /^(?:node|edge) .*?\b(?:label|id)="([^"]*)"/.exec(tag)?.[1]
    if (own !== undefined) name = xmlUnescaped(own)
    for (const [, key = '', value = ''] of tag.matchAll(/([\w:.]+)="([^"]*)"/g))
      if (key !== 'lastmodifieddate') cells.push({ label: `${name}, ${key}`, text: xmlUnescaped(value) })
    const said = xmlUnescaped(between).trim()
    if (said !== '') cells.push({ label: name, text: said })
  }
  return cells
}
