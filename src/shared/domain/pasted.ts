/** Cells of what was copied from a spreadsheet or typed, a row a line. */

export interface PastedRow {
  /** From 1. */
  line: number
  /** Trimmed; of a line without any there is no row. */
  cells: string[]
}

/**
 * Spreadsheets part cells by tabs and put a cell in quotation marks that holds a tab, a line end or such a mark. A list
 * that was typed has one name a line, or, where there is but one line, names parted by semicolons; files of tables with
 * as many semicolons in each line are read by these.
 */
export function pastedRows(text: string): PastedRow[] {
  const lines = linesOf(text.replace(/^\uFEFF/, ''))
  const filled = lines.filter(({ text: line }) => line.trim() !== '')
  const [only] = filled
  if (only && filled.length === 1 && !only.text.includes('\t') && /[;；]/.test(only.text))
    return only.text.split(/[;；]/).flatMap((cell) => rowOf(only.line, [cell]))
  const parted = partedBySemicolons(filled.map(({ text: line }) => line))
  return filled.flatMap(({ line, text: row }) => rowOf(line, row.split(parted ? ';' : '\t').map(unquoted)))
}

function partedBySemicolons(lines: readonly string[]): boolean {
  const counts = new Set(lines.map((line) => line.split(';').length))
  return counts.size === 1 && !counts.has(1) && !lines.some((line) => line.includes('\t'))
}

function rowOf(line: number, raw: readonly string[]): PastedRow[] {
  const cells = raw.map((cell) => cell.replace(/[\s\u00A0\u200B]+/g, ' ').trim())
  return cells.some((cell) => cell !== '') ? [{ line, cells }] : []
}

/** Lines as the text has them; a line end between quotation marks that open a cell is no end. */
function linesOf(text: string): { line: number; text: string }[] {
  const found: { line: number; text: string }[] = []
  let open = ''
  let from = 1
  text.split(/\r\n?|\n/).forEach((part, at) => {
    if (open === '') from = at + 1
    const whole = open === '' ? part : `${open} ${part}`
    const isOpen = /(?:^|\t)"(?:[^"]|"")*$/.test(whole) && whole.length < 2000
    open = isOpen ? whole : ''
    if (!isOpen) found.push({ line: from, text: whole })
  })
  if (open !== '') found.push({ line: from, text: open })
  return found
}

const unquoted = (cell: string): string => {
  const inner = /^\s*"((?:[^"]|"")*)"\s*$/.exec(cell)?.[1]
  return inner === undefined ? cell : inner.replaceAll('""', '"')
}
