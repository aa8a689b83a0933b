/** A user's list of the journals that make up the index. */
import { basename } from 'node:path'
import { nameKey } from '../../../shared/domain/slug.ts'
import { isYear } from '../../../shared/domain/years.ts'
import type { SmallRow } from '../text/small-table.ts'
import { IssueList, readSmallTable } from '../text/small-table.ts'
import { normalIssn, sourceNumber } from './issn.ts'
import { subjectsInCell } from './subject-names.ts'

export interface JournalEntry {
  title: string
  /** Bits of its subjects; 0 leaves them to the mapping of fields. */
  mask: number
  inIndex: boolean
  /** First and last year in which the row holds; null where it has no such bound. */
  from: number | null
  to: number | null
  line: number
}

/** Plain maps, so that the list can be handed to another thread. Of a journal that stands in several rows all. */
export interface JournalList {
  byIssn: Map<string, JournalEntry[]>
  bySource: Map<number, JournalEntry[]>
  /** By the key of the title: of rows without ISSN and source id, and former titles. */
  byTitle: Map<string, JournalEntry[]>
  journals: number
}

const OF_ARTICLES = /^(year|publication_year|py|work_id|id|ut|eid|author.*|institution.*)$/

/** Whether a table is a journal list, by the keys of its columns. */
export function isJournalList(columns: readonly string[]): boolean {
  const has = (name: string) => columns.includes(name)
  if (has('article_id') || has('doi') || !(has('subjects') || has('in_index'))) return false
  // By titles alone, unless they are those of articles.
  return has('issn') || has('source_id') || (has('title') && !columns.some((name) => OF_ARTICLES.test(name)))
}

/**
 * Columns: `issn` (one or more, parted by `;`), `source_id` (one or more OpenAlex ids), `title`, `subjects`
 * (parted by `;`), `in_index` (yes or no; empty is yes), `from` and `to` (years, or dates that count by their year, both
 * inclusive), `former` (titles and ISSNs that the journal had before). A row names `issn`, `source_id` or `title`; by
 * its title a journal is known only where the row names neither of the others.
 * @throws AppError import-rejected with line and reason of every wrong row; file-unreadable.
 */
export async function readJournalList(path: string): Promise<JournalList> {
  const issues = new IssueList(basename(path))
  const table = await readSmallTable(path, issues)
  const list: JournalList = { byIssn: new Map(), bySource: new Map(), byTitle: new Map(), journals: 0 }
  if (!['issn', 'source_id', 'title'].some((name) => table.columns.includes(name))) {
    issues.add(1, 'column-missing', { column: 'issn' })
    issues.throwIfAny()
  }
  if (table.rows.length === 0) issues.add(null, 'empty-file')
  for (const { line, cells } of table.rows) {
    const subjects = subjectsInCell(cells['subjects'] ?? '')
    for (const value of subjects.unknown) issues.add(line, 'subject-unknown', { value }, 'subjects')
    const entry: JournalEntry = {
      title: cells['title'] ?? '',
      mask: subjects.mask,
      inIndex: yesOrNo(cells['in_index'] ?? '', line, issues),
      from: yearIn(cells, 'from', line, issues),
      to: yearIn(cells, 'to', line, issues),
      line,
    }
    const issns = idsIn(cells['issn'] ?? '', normalIssn, (value) =>
      issues.add(line, 'issn-invalid', { value }, 'issn'),
    )
    const sources = idsIn(cells['source_id'] ?? '', sourceNumber, (value) =>
      issues.add(line, 'source-invalid', { value }, 'source_id'),
    )
    if (entry.from !== null && entry.to !== null && entry.from > entry.to)
      issues.add(line, 'value-unreadable', { value: `${entry.from}–${entry.to}` }, 'to')
    const isByTitle = `${cells['issn'] ?? ''}${cells['source_id'] ?? ''}` === ''
    if (isByTitle && nameKey(entry.title) === '') issues.add(line, 'journal-unidentified')
    const titles = isByTitle ? [entry.title] : []
    for (const former of partsOf(cells['former'] ?? '', /[;；|]/)) {
      const issn = normalIssn(former)
      if (issn === null) titles.push(former)
      else issns.push(issn)
    }
    for (const title of titles) if (nameKey(title) !== '') put(list.byTitle, nameKey(title), entry, issues)
    for (const issn of issns) put(list.byIssn, issn, entry, issues)
    for (const source of sources) put(list.bySource, source, entry, issues)
    list.journals += 1
  }
  issues.throwIfAny()
  return list
}

function idsIn<T>(cell: string, read: (text: string) => T | null, wrong: (text: string) => void): T[] {
  return partsOf(cell, /[;；,|]/).flatMap((part) => {
    const id = read(part)
    if (id === null) wrong(part)
    return id === null ? [] : [id]
  })
}

const partsOf = (cell: string, between: RegExp): string[] =>
  cell
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** `2021`, or the year of `2021-07-01`; null where the cell is empty. */
function yearIn(
  cells: SmallRow['cells'],
  column: 'from' | 'to',
  line: number,
  issues: IssueList,
): number | null {
  const cell = cells[column] ?? ''
  if (cell === '') return null
  const year = Number(/^(\d{4})(?:\.0|[-/.]\d{1,2}(?:[-/.]\d{1,2})?)?$/.exec(cell)?.[1] ?? NaN)
  if (isYear(year)) return year
  issues.add(line, 'value-unreadable', { value: cell }, column)
  return null
}

function yesOrNo(cell: string, line: number, issues: IssueList): boolean {
  if (/^(|yes|y|true|1|是)$/i.test(cell)) return true
  if (!/^(no|n|false|0|否)$/i.test(cell)) issues.add(line, 'value-unreadable', { value: cell }, 'in_index')
  return false
}

/**
 * A journal may stand in several rows: those of the same years must say the same; those of other years add their subjects
 * for the years in which they hold, but no year may be both in the index and outside.
 */
function put<K>(map: Map<K, JournalEntry[]>, key: K, entry: JournalEntry, issues: IssueList): void {
  const known = map.get(key) ?? []
  const clash = known.find((other) => {
    const same = other.from === entry.from && other.to === entry.to
    return (same && other.mask !== entry.mask) || (overlap(other, entry) && other.inIndex !== entry.inIndex)
  })
  if (clash) issues.add(entry.line, 'journal-contradiction', { value: String(key), line: clash.line })
  map.set(key, [...known, entry])
}

const overlap = (a: JournalEntry, b: JournalEntry) =>
  (a.from ?? -Infinity) <= (b.to ?? Infinity) && (b.from ?? -Infinity) <= (a.to ?? Infinity)
