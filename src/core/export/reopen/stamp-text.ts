/** The text of a stamp in a file of each kind. Nothing here trusts the file: what is odd is no stamp. */
import { STAMP_NAME } from '../stamp.ts'
import { pngTexts } from './png-file.ts'
import type { FileKind } from './file-kind.ts'
import { between, elementTexts, utf8, xmlUnescaped } from './text.ts'
import { zipText } from './zip-parts.ts'

/** The stamp as it was written; null where the file has none. */
export const STAMP_TEXT: Record<FileKind, (bytes: Uint8Array) => string | null> = {
  png: (bytes) => pngTexts(bytes).get(STAMP_NAME) ?? null,
  office: officeStamp,
  pdf: pdfStamp,
  xml: (bytes) => markupStamp(utf8(bytes)),
  html: (bytes) => markupStamp(utf8(bytes)),
  json: jsonStamp,
  csv: csvStamp,
}

/** Custom properties by their names: other programs add theirs and may write ours in another order. */
function officeStamp(bytes: Uint8Array): string | null {
  const xml = zipText(bytes, 'docProps/custom.xml')
  if (xml === null) return null
  const found = new Map<string, string>()
  for (const piece of xml.split('<property').slice(1)) {
    const name = /\bname="([^"]*)"/.exec(piece)?.[1]
    const value = elementTexts(piece, 'vt:lpwstr')[0]
    if (name !== undefined && value !== undefined) found.set(xmlUnescaped(name), value)
  }
  let text = found.get(STAMP_NAME) ?? null
  for (let n = 2; text !== null && found.has(`${STAMP_NAME}.${n}`); n++)
    text += found.get(`${STAMP_NAME}.${n}`)
  return text
}

/** Where markup holds it: metadata of SVG, a comment of GEXF, data of GraphML, head of HTML. */
const IN_MARKUP: readonly [open: string, close: string][] = [
  [`label="${STAMP_NAME}">`, '<'],
  [`<!-- ${STAMP_NAME} `, ' -->'],
  [`<script type="application/json" id="${STAMP_NAME}">`, '</script>'],
  [`<meta name="${STAMP_NAME}" content="`, '"'],
]

function markupStamp(text: string): string | null {
  if (!text.includes(STAMP_NAME)) return null
  for (const [open, close] of IN_MARKUP) {
    const found = between(text, open, close)
    if (found !== null) return open.startsWith('<script') ? found : xmlUnescaped(found)
  }
  if (!text.includes(`attr.name="${STAMP_NAME}"`)) return null
  const data = between(text, '<data key="stamp">', '</data>')
  return data === null ? null : xmlUnescaped(data)
}

function jsonStamp(bytes: Uint8Array): string | null {
  try {
    const document: unknown = JSON.parse(utf8(bytes))
    const found = (document as Record<string, unknown> | null)?.[STAMP_NAME]
    return found === undefined ? null : JSON.stringify(found)
  } catch {
    return null
  }
}

/** The citation block stands below the table. */
const CSV_TAIL = 4 << 20

function csvStamp(bytes: Uint8Array): string | null {
  const tail = utf8(bytes.subarray(Math.max(0, bytes.length - CSV_TAIL)))
  const at = tail.lastIndexOf(STAMP_NAME)
  if (at < 0) return null
  const cell = /^"?[,;\t]"((?:[^"]|"")*)"/.exec(tail.slice(at + STAMP_NAME.length))
  return cell?.[1]?.replaceAll('""', '"') ?? null
}

/** The longest stamp that is looked for: numbers of a large network. */
const MOST_STAMP = 8 << 20

/** In XMP, as the app writes it; other programs keep it in the dictionary of the document's information. */
function pdfStamp(bytes: Uint8Array): string | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const xmp = file.indexOf('<sc:view>')
  if (xmp >= 0) {
    const found = between(file.toString('utf8', xmp, xmp + MOST_STAMP), '<sc:view>', '</sc:view>')
    if (found !== null) return xmlUnescaped(found)
  }
  for (let at = file.indexOf(STAMP_NAME); at >= 0; at = file.indexOf(STAMP_NAME, at + 1)) {
    const found = pdfValue(file.subarray(at + STAMP_NAME.length))
    if (found !== null) return found
  }
  return null
}

function pdfValue(after: Buffer): string | null {
  const text = after.subarray(0, MOST_STAMP).toString('latin1')
  const hex = /^\s*<([0-9a-f\s]+)>/i.exec(text)?.[1]
  if (hex !== undefined) return pdfText(Buffer.from(hex.replace(/\s/g, ''), 'hex'))
  if (/^\s*\(/.test(text)) return pdfText(literal(text.slice(text.indexOf('(') + 1)))
  const element = /^>([^<]*)</.exec(text)?.[1] ?? /^="([^"]*)"/.exec(text)?.[1]
  return element === undefined ? null : xmlUnescaped(Buffer.from(element, 'latin1').toString('utf8'))
}

/** UTF-16 where it begins with its mark, else one byte a sign. */
function pdfText(bytes: Buffer): string {
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1')
  return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
    .swap16()
    .toString('utf16le')
}

const ESCAPED: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** Bytes of a literal string up to its closing bracket; brackets inside come in pairs or escaped. */
export function literal(text: string): Buffer {
  const bytes: number[] = []
  let depth = 1
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? ''
    if (sign === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0]
      const next = text[at + 1] ?? ''
      if (next !== '\n')
        bytes.push(octal ? Number.parseInt(octal, 8) & 255 : (ESCAPED[next] ?? next.charCodeAt(0)))
      at += octal?.length ?? 1
      continue
    }
    if (sign === '(') depth++
    if (sign === ')' && --depth === 0) break
    bytes.push(sign.charCodeAt(0))
  }
  return Buffer.from(bytes)
}
