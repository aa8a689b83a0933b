/** What a file is, by its content: a name says nothing for certain. */
import { isPng } from './png-file.ts'

export type FileKind = 'png' | 'office' | 'pdf' | 'xml' | 'html' | 'json' | 'csv'

/** Enough to tell. */
const HEAD = 512

export function fileKind(bytes: Uint8Array): FileKind {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1')
  if (isPng(bytes)) return 'png'
  if (head.startsWith('PK\u0003\u0004')) return 'office'
  if (head.startsWith('%PDF-')) return 'pdf'
  const text = head.replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
  if (/^<(!doctype html|html)/i.test(text)) return 'html'
  if (text.startsWith('<')) return 'xml'
  return text.startsWith('{') ? 'json' : 'csv'
}
