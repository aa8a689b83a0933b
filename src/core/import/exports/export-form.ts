/** Encoding and delimiter of an export. */
import { decodeText } from '../text/decode-text.ts'
import { detectDelimiter } from '../text/delimiter.ts'
import type { Encoding } from '../../../shared/domain/encodings.ts'
import type { TableForm } from '../text/read-table.ts'
import { openPacked } from '../text/zip-entry.ts'
import { tableForm } from '../text/read-table.ts'

const SNIFF = 1 << 16

/** A remark that Dimensions writes above the head, with the day and what was searched. */
export const isRemark = (cell: string): boolean => /^\uFEFF?"?about the data:/i.test(cell)

export interface ExportForm extends TableForm {
  /** The first line that is no remark. */
  firstLine: string
}

/** The form of a table whose head may stand under a remark. @throws AppError as `tableForm` does */
export async function exportForm(path: string, encoding?: Encoding): Promise<ExportForm> {
  const form = await tableForm(path, { encoding })
  let text = ''
  for await (const part of decodeText(openPacked(path), form.encoding)) {
    text += part
    if (text.length >= SNIFF) break
  }
  const lines = text.slice(0, SNIFF).split(/\r\n|\n|\r/)
  const first = lines.findIndex((line) => line.trim() !== '' && !isRemark(line))
  const firstLine = (lines[first] ?? '').replace(/^\uFEFF/, '')
  const delimiter =
    first > 0 ? detectDelimiter(lines.slice(first, -1).join('\n') || firstLine) : form.delimiter
  return { ...form, delimiter, firstLine }
}
