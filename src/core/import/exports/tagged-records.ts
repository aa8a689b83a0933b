/** Records of Web of Science's plain text: a tag of two signs a field, continued on indented lines, `ER` at the end. */
import type { Line } from '../text/line-splitter.ts'

export interface TaggedRecord {
  line: number
  /** Tag → its lines. */
  fields: ReadonlyMap<string, string[]>
  /** The record did not end, as the file was cut, or a line of it cannot be read. */
  isOpen: boolean
}

export class TaggedRecords {
  private line = 0
  private begins = 0
  private fields = new Map<string, string[]>()
  private open: string[] | null = null
  private broken = false

  /** The records that end within these lines. */
  push(lines: readonly Line[]): TaggedRecord[] {
    const records: TaggedRecord[] = []
    for (const line of lines) {
      this.line++
      // Longer than any field is a line that is none: without it the record is not whole.
      if (typeof line !== 'string') this.broken = true
      const record = typeof line === 'string' ? this.take(line.replace(/^\uFEFF/, '')) : null
      if (record) records.push(record)
    }
    return records
  }

  /** What is left when the text has ended. */
  flush(): TaggedRecord[] {
    return this.fields.size > 0 ? [this.end(true)] : []
  }

  private take(text: string): TaggedRecord | null {
    const tag = /^([A-Z][A-Z\d])(?:\s(.*))?$/.exec(text.trimEnd())
    if (!tag) {
      if (/^\s/.test(text) && text.trim() !== '') this.open?.push(text.trim())
      return null
    }
    const [, name = '', value = ''] = tag
    if (name === 'ER') return this.fields.size > 0 ? this.end(false) : null
    if (name === 'EF' || ((name === 'FN' || name === 'VR') && this.fields.size === 0)) {
      this.open = null
      return null
    }
    // A record that lacks its end: the next one begins all the same.
    const unfinished = name === 'PT' && this.fields.size > 0 ? this.end(true) : null
    if (this.fields.size === 0) this.begins = this.line
    this.open = this.fields.get(name) ?? []
    if (value.trim() !== '') this.open.push(value.trim())
    this.fields.set(name, this.open)
    return unfinished
  }

  private end(isOpen: boolean): TaggedRecord {
    const record = { line: this.begins, fields: this.fields, isOpen: isOpen || this.broken }
    this.fields = new Map()
    this.open = null
    this.broken = false
    return record
  }
}

/** Fields with an entry a line; all others are one text over several lines. */
const LISTS = ['AU', 'AF', 'CA']

/** The text of a field: entries of lists and addresses parted by semicolons, as in tables. */
export function taggedText(fields: TaggedRecord['fields'], tag: string): string {
  const lines = fields.get(tag) ?? []
  if (LISTS.includes(tag)) return lines.join('; ')
  return tag === 'C1' ? joinAddresses(lines) : lines.join(' ')
}

/** Each address has a line, ended by a point; an open bracket, or no point where others have one, goes on in the next. */
function joinAddresses(lines: readonly string[]): string {
  const pointed = lines.some((line) => line.endsWith('.'))
  let joined = ''
  lines.forEach((line, at) => {
    const before = lines[at - 1]
    if (before === undefined) joined = line
    else if (joined.lastIndexOf('[') > joined.lastIndexOf(']')) joined += ` ${line}`
    else if (pointed && !before.endsWith('.') && !line.startsWith('[')) joined += ` ${line}`
    else joined += `; ${line}`
  })
  return joined
}
