/** Reads cells back for tests: of a workbook, and of a chart's cache, by regular expressions over their XML. */
import { strFromU8, unzipSync } from 'fflate'
import { unescaped } from './read-archive.ts'

/** `B2` and what it holds, as text. */
export function workbookCells(bytes: Uint8Array): Map<string, string> {
  const files = unzipSync(bytes)
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const shared = [...read('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, inner = '']) =>
    unescaped([...inner.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) => text).join('')),
  )
  const cells = new Map<string, string>()
  for (const [, attributes = '', inner = ''] of read('xl/worksheets/sheet1.xml').matchAll(
    /<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
  )) {
    const at = /\br="([A-Z]+\d+)"/.exec(attributes)?.[1]
    const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? /<t[^>]*>([^<]*)<\/t>/.exec(inner)?.[1]
    if (at === undefined || value === undefined) continue
    cells.set(at, attributes.includes('t="s"') ? (shared[Number(value)] ?? '') : unescaped(value))
  }
  return cells
}

/** What a chart says that the cells of its workbook hold. */
export function cachedCells(chartXml: string): Map<string, string> {
  const cells = new Map<string, string>()
  for (const [, range = '', inner = ''] of chartXml.matchAll(
    /<c:f>([^<]*)<\/c:f><c:(?:num|str)Cache>(.*?)<\/c:(?:num|str)Cache>/gs,
  )) {
    const [, column = '', row = ''] = /!\$([A-Z]+)\$(\d+)/.exec(range) ?? []
    for (const [, index = '', value = ''] of inner.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g))
      cells.set(`${column}${Number(row) + Number(index)}`, unescaped(value))
  }
  return cells
}
