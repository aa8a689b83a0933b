import type { IssueCode } from '../../../shared/contract/errors.ts'

/** An edition is a few hundred lines; past this size the file is something else. */
export const MOST_BYTES = 4_000_000

export type TextResult =
  { text: string; converted: IssueCode[] } | { issue: IssueCode; values?: Record<string, string | number> }

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * The text of an edition's file. Editions are cited by the SHA-256 of their files, so their form is strict:
 * UTF-8 without byte-order mark, lines ended by LF. Another form is an issue, or, with `convert`, is converted
 * and named in `converted`.
 */
export function readText(bytes: Uint8Array, convert: boolean): TextResult {
  if (bytes.length === 0) return { issue: 'empty-file' }
  if (bytes.length > MOST_BYTES)
    return { issue: 'too-large', values: { bytes: bytes.length, most: MOST_BYTES } }
  if (bytes.includes(0)) return { issue: 'not-text' }
  const converted: IssueCode[] = []
  const accept = (code: IssueCode): boolean => {
    converted.push(code)
    return convert
  }

  let text = decode(bytes, 'utf-8')
  if (text === null) {
    text = decode(bytes, 'gb18030')
    // Noise can pass as GB18030; a table has a head of plain column names.
    if (text === null || !/^[\w ,;"\t]+\r?\n/.test(text)) return { issue: 'encoding' }
    if (!accept('gb18030')) return { issue: 'gb18030' }
  }
  if (text.startsWith('\uFEFF')) {
    if (!accept('byte-order-mark')) return { issue: 'byte-order-mark' }
    text = text.slice(1)
  }
  if (text.includes('\r')) {
    if (!accept('crlf')) return { issue: 'crlf' }
    text = text.replace(/\r\n?/g, '\n')
  }
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0001-\u0008\u000B\u000C\u000E-\u001F]/.test(text)) return { issue: 'not-text' }
  if (text.trim() === '') return { issue: 'empty-file' }
  return { text, converted }
}
