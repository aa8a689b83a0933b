/** A figure and its rows on the clipboard at once: a picture for slides and documents, a table for sheets, and text. */

/** Cells of a CSV file (RFC 4180). */
export function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, separator = '', quoted, plain = ''] of text.matchAll(
    /(^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g,
  )) {
    if (separator.endsWith('\n')) {
      rows.push(row)
      row = []
    }
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
  }
  rows.push(row)
  return rows.filter((cells) => cells.some((cell) => cell !== ''))
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)
const isNumber = (cell: string) => /^[-−]?\d+(\.\d+)?$/.test(cell)

/** Word and Excel take the first row as head; numbers stand right and stay numbers. */
export function htmlTable(rows: readonly string[][], caption: string): string {
  const [head = [], ...body] = rows
  const line = (cells: readonly string[], tag: 'th' | 'td') =>
    `<tr>${cells
      .map(
        (cell) =>
          `<${tag}${tag === 'td' && isNumber(cell) ? ' align="right"' : ''}>${escaped(cell)}</${tag}>`,
      )
      .join('')}</tr>`
  return (
    `<table><caption>${escaped(caption)}</caption><thead>${line(head, 'th')}</thead>` +
    `<tbody>${body.map((cells) => line(cells, 'td')).join('')}</tbody></table>`
  )
}

/** As sheets paste it: cells between tabs. */
export const plainTable = (rows: readonly string[][]): string =>
  rows.map((cells) => cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n')

export interface Copied {
  /** Promised: the clipboard must be asked at the moment of the click. */
  picture?: Promise<Blob>
  html?: Promise<string>
  text?: Promise<string>
}

const blobOf = async (text: Promise<string>, type: string) => new Blob([await text], { type })

/** @returns the kinds that are on the clipboard, as far as it lets itself be read; null where it does not */
export async function writeClipboard({ picture, html, text }: Copied): Promise<readonly string[] | null> {
  const parts = {
    ...(picture ? { 'image/png': picture } : {}),
    ...(html ? { 'text/html': blobOf(html, 'text/html') } : {}),
    ...(text ? { 'text/plain': blobOf(text, 'text/plain') } : {}),
  }
  await navigator.clipboard.write([new ClipboardItem(parts)])
  return readBack()
}

/** Asks nobody for leave: only where reading is allowed already. */
async function readBack(): Promise<readonly string[] | null> {
  try {
    const { state } = await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })
    if (state !== 'granted') return null
    return (await navigator.clipboard.read()).flatMap(({ types }) => types)
  } catch {
    return null
  }
}
