/** A user's list of the journals that make up the index. */
import { basename } from 'node:path'
import { IssueList, readSmallTable } from '../text/small-table.ts'
import { normalIssn, sourceNumber } from './issn.ts'
import { subjectsInCell } from './subject-names.ts'

export interface JournalEntry {
  title: string
  /** Bits of its subjects; 0 leaves them to the mapping of fields. */
  mask: number
  inIndex: boolean
  line: number
}

/** Plain maps, so that the list can be handed to another thread. */
export interface JournalList {
  byIssn: Map<string, JournalEntry>
  bySource: Map<number, JournalEntry>
  journals: number
}

/** Whether a table is a journal list, by the keys of its columns. */
export function isJournalList(columns: readonly string[]): boolean {
  const has = (name: string) => columns.includes(name)
  return (has('issn') || has('source_id')) && !has('article_id') && (has('subjects') || has('in_index'))
}

/**
 * Columns: `issn` (one or more, parted by `;`), `source_id` (one or more OpenAlex ids), `title`, `subjects`
 * (parted by `;`), `in_index` (yes or no; empty is yes). A row names `issn` or `source_id`, or both.
 * @throws AppError import-rejected with line and reason of every wrong row; file-unreadable.
 */
export async function readJournalList(path: string): Promise<JournalList> {
  const issues = new IssueList(basename(path))
  const table = await readSmallTable(path, issues)
  const list: JournalList = { byIssn: new Map(), bySource: new Map(), journals: 0 }
  if (!table.columns.includes('issn') && !table.columns.includes('source_id')) {
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
      line,
    }
    const issns = idsIn(cells['issn'] ?? '', normalIssn, (value) =>
      issues.add(line, 'issn-invalid', { value }, 'issn'),
    )
    const sources = idsIn(cells['source_id'] ?? '', sourceNumber, (value) =>
      issues.add(line, 'source-invalid', { value }, 'source_id'),
    )
    if (`${cells['issn'] ?? ''}${cells['source_id'] ?? ''}` === '') issues.add(line, 'journal-unidentified')
    for (const issn of issns) put(list.byIssn, issn, entry, issues)
    for (const source of sources) put(list.bySource, source, entry, issues)
    list.journals += 1
  }
  issues.throwIfAny()
  return list
}

function idsIn<T>(cell: string, read: (text: string) => T | null, wrong: (text: string) => void): T[] {
  return cell
    .split(/[;；,|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const id = read(part)
      if (id === null) wrong(part)
      return id === null ? [] : [id]
    })
}

function yesOrNo(cell: string, line: number, issues: IssueList): boolean {
  if (/^(|yes|y|true|1|是)$/i.test(cell)) return true
  if (!/^(no|n|false|0|否)$/i.test(cell)) issues.add(line, 'value-unreadable', { value: cell }, 'in_index')
  return false
}

/** A journal listed twice is fine as long as both rows say the same. */
function put<K>(map: Map<K, JournalEntry>, key: K, entry: JournalEntry, issues: IssueList): void {
  const known = map.get(key)
  if (known && (known.mask !== entry.mask || known.inIndex !== entry.inIndex)) {
    issues.add(entry.line, 'journal-contradiction', { value: String(key), line: known.line })
  }
  map.set(key, known ?? entry)
}
