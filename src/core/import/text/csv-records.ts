/** Records of a delimited text, each with the line it begins on; a broken one is reported and reading goes on. */
import { CsvError, parse } from 'csv-parse/sync'
import type { Line } from './line-splitter.ts'

export interface CsvRecord {
  /** 1-based line on which the record begins. */
  line: number
  cells: string[]
  /** The file ends with this record, without a line end behind it. */
  unended?: boolean
}

/** `cut-off`: the file ends within a cell in quotes. */
export type CsvFault = 'record-too-large' | 'quote-not-closed' | 'csv-syntax' | 'cut-off'

export interface CsvFaults {
  (line: number, fault: CsvFault, text: string): void
}

interface NumberedLine {
  line: number
  text: Line
}

const NONE: readonly NumberedLine[] = []

/**
 * Puts lines together to records by their quotes and lets csv-parse read them in batches. Where a record cannot
 * be read, or its quote is not closed within `most` signs, its first line alone is given up, so that one stray
 * quote costs one line and not the rest of the file.
 */
export class CsvRecords {
  private readonly delimiter: string
  private readonly most: number
  private readonly fault: CsvFaults
  private next = 1
  private open: NumberedLine[] = []
  private openSize = 0
  private ready: { line: number; text: string }[] = []
  private out: CsvRecord[] = []

  constructor(delimiter: string, most: number, fault: CsvFaults) {
    this.delimiter = delimiter
    this.most = most
    this.fault = fault
  }

  /** The records that end within these lines. */
  push(lines: readonly Line[]): CsvRecord[] {
    for (const text of lines) {
      const line = this.next++
      // A file may hold millions of these; between records they are nothing.
      if (text === '' && this.open.length === 0) continue
      const back = this.takeLine({ line, text })
      if (back.length > 0) this.take(back)
    }
    return this.drain()
  }

  /** The records left when the text has ended. */
  flush(): CsvRecord[] {
    // A quote that was opened lines before is a stray one, as a rule; one of the last line is a file that was cut.
    while (this.open.length > 0) this.giveUp(this.open.length > 1 ? 'quote-not-closed' : 'cut-off')
    return this.drain()
  }

  private take(lines: readonly NumberedLine[]): void {
    // Lines given back by a broken record are read again before those that follow.
    const queue = [...lines].reverse()
    for (let entry = queue.pop(); entry; entry = queue.pop()) {
      for (const back of this.takeLine(entry).toReversed()) queue.push(back)
    }
  }

  /** @returns lines to read again. */
  private takeLine(entry: NumberedLine): readonly NumberedLine[] {
    const { line, text } = entry
    if (this.open.length === 0) {
      if (typeof text !== 'string') this.fault(line, 'record-too-large', text.beginning)
      else if (oddQuotes(text)) this.start(entry, text)
      else if (text.trim() !== '') this.ready.push({ line, text })
      return NONE
    }
    this.open.push(entry)
    if (typeof text === 'string') this.openSize += text.length
    if (typeof text !== 'string' || this.openSize > this.most) return this.closeBroken('quote-not-closed')
    if (!oddQuotes(text)) return []
    const whole = this.open.map((part) => part.text).join('\n')
    const cells = this.parseOne(whole)
    if (!cells) return this.closeBroken('csv-syntax')
    this.parseReady()
    this.out.push({ line: this.open[0]?.line ?? line, cells })
    this.open = []
    return []
  }

  private start(entry: NumberedLine, text: string): void {
    this.open = [entry]
    this.openSize = text.length
  }

  private closeBroken(fault: CsvFault): NumberedLine[] {
    const [first, ...rest] = this.open
    this.open = []
    if (first) this.fault(first.line, fault, beginningOf(first.text))
    return rest
  }

  private giveUp(fault: CsvFault): void {
    this.take(this.closeBroken(fault))
  }

  private drain(): CsvRecord[] {
    this.parseReady()
    const records = this.out
    this.out = []
    return records
  }

  private parseReady(): void {
    const ready = this.ready
    if (ready.length === 0) return
    this.ready = []
    const records = this.parseText(ready.map(({ text }) => text).join('\n'))
    if (records?.length === ready.length) {
      records.forEach((cells, at) => this.out.push({ line: ready[at]?.line ?? 0, cells }))
      return
    }
    for (const { line, text } of ready) {
      const cells = this.parseOne(text)
      if (cells) this.out.push({ line, cells })
      else this.fault(line, 'csv-syntax', text)
    }
  }

  private parseOne(text: string): string[] | null {
    const records = this.parseText(text)
    return records?.length === 1 ? (records[0] ?? null) : null
  }

  private parseText(text: string): string[][] | null {
    try {
      return parse(text, {
        delimiter: this.delimiter,
        record_delimiter: '\n',
        relax_column_count: true,
      })
    } catch (error) {
      if (error instanceof CsvError) return null
      throw error
    }
  }
}

function beginningOf(text: Line): string {
  return typeof text === 'string' ? text : text.beginning
}

function oddQuotes(text: string): boolean {
  let odd = false
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) odd = !odd
  return odd
}
