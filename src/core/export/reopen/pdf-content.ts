/** Texts of a PDF as the app writes it: page contents, decoded by the maps that every embedded face carries. */
import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import type { Content } from './content-cell.ts'
import { labelled } from './content-cell.ts'

/** Bytes of one stream once unpacked, and of all together. */
const MOST_STREAM = 64 << 20
const MOST_TOTAL = 192 << 20

interface PdfObject {
  dictionary: string
  /** Unpacked; null where it has none, or one that is no text. */
  stream: string | null
}

export function pdfCells(bytes: Uint8Array): Content {
  const objects = objectsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'))
  const fonts = fontsOf(objects)
  const pages = [...objects.values()].flatMap(({ stream }) =>
    stream !== null && /\bBT\b[^]*\bET\b/.test(stream) ? [stream] : [],
  )
  const hash = createHash('sha256')
  for (const page of pages) hash.update(page)
  const texts = pages.flatMap((page) => textsOf(page, fonts)).filter((text) => text.trim() !== '')
  return { cells: labelled(texts), drawing: hash.digest('hex') }
}

function objectsOf(file: string): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>()
  let total = 0
  for (const match of file.matchAll(/(?:^|[\r\n])(\d{1,9}) 0 obj\b/g)) {
    const from = match.index + match[0].length
    const end = file.indexOf('endobj', from)
    const body = file.slice(from, end < 0 ? undefined : end)
    const at = body.indexOf('stream')
    const dictionary = at < 0 ? body : body.slice(0, at)
    const stream = at < 0 || total > MOST_TOTAL ? null : unpacked(dictionary, body.slice(at + 6))
    total += stream?.length ?? 0
    objects.set(Number(match[1]), { dictionary, stream })
  }
  return objects
}

function unpacked(dictionary: string, body: string): string | null {
  if (/\/(Image|FontFile\d?|Length1)\b/.test(dictionary)) return null
  const data = body.replace(/^\r?\n/, '').replace(/\r?\nendstream[^]*$/, '')
  if (!dictionary.includes('/FlateDecode')) return data
  try {
    return inflateSync(Buffer.from(data, 'latin1'), { maxOutputLength: MOST_STREAM }).toString('latin1')
  } catch {
    return null
  }
}

type Codes = ReadonlyMap<number, string>

/** What the codes of each face mean, by the name that pages call it. */
function fontsOf(objects: ReadonlyMap<number, PdfObject>): ReadonlyMap<string, Codes> {
  const fonts = new Map<string, Codes>()
  for (const { dictionary } of objects.values())
    for (const [, name = '', number] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(number))?.dictionary ?? '')?.[1]
      const cmap = objects.get(Number(map))?.stream
      if (cmap) fonts.set(name, codesOf(cmap))
    }
  return fonts
}

const utf16 = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).slice(0, 64).map((unit) => Number.parseInt(unit, 16)))

function codesOf(cmap: string): Codes {
  const codes = new Map<number, string>()
  const set = (code: number, hex: string) => codes.set(code, utf16(hex.replace(/\s/g, '')))
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([^]*?)endbfrange/g))
    for (const [, from = '', , list = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*\[([^\]]*)\]/g))
      [...list.matchAll(/<([\w\s]+)>/g)].forEach(([, hex = ''], at) =>
        set(Number.parseInt(from, 16) + at, hex),
      )
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([^]*?)endbfchar/g))
    for (const [, code = '', hex = ''] of block.matchAll(/<(\w+)>\s*<([\w\s]+)>/g))
      set(Number.parseInt(code, 16), hex)
  return codes
}

/** One text for each text object of the page. */
function textsOf(page: string, fonts: ReadonlyMap<string, Codes>): string[] {
  let codes: Codes = new Map()
  return [...page.matchAll(/\bBT\b([^]*?)\bET\b/g)].map(([, body = '']) => {
    let text = ''
    for (const [, font, hex] of body.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-fA-F]*)>/g)) {
      if (font !== undefined) codes = fonts.get(font) ?? new Map()
      else
        for (const code of (hex ?? '').match(/.{4}/g) ?? [])
          text += codes.get(Number.parseInt(code, 16)) ?? '\ufffd'
    }
    return text
  })
}
