/** OpenAlex fields and top-level concepts → subjects; a table that users can replace. */
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { SUBJECTS } from '../../../shared/domain/subjects.ts'
import { unreadable } from '../text/open-bytes.ts'
import { parseSmallJson } from '../text/small-json.ts'
import { IssueList, readSmallTable } from '../text/small-table.ts'
import { subjectBit, subjectsInCell } from './subject-names.ts'

/** Plain maps, so that the mapping can be handed to another thread. Bits of subjects by number; 0 is none. */
export interface FieldMapping {
  /** Names the edition of the table. */
  edition: string
  fields: Map<number, number>
  concepts: Map<number, number>
}

/** A mapping that knows no field. */
export const NO_FIELDS: FieldMapping = { edition: '', fields: new Map(), concepts: new Map() }

const entry = z.strictObject({
  id: z.int().positive(),
  name: z.string().max(200).optional(),
  subjects: z.array(z.string().max(100)).max(SUBJECTS.length),
})
const schema = z.strictObject({
  format: z.literal('science-cities-subjects').optional(),
  edition: z.string().max(200).default(''),
  note: z.string().max(2000).optional(),
  fields: z.array(entry).max(10_000).default([]),
  concepts: z.array(entry).max(100_000).default([]),
})

/** Whether a table is a subject mapping, by the keys of its columns. */
export function isSubjectMapping(columns: readonly string[]): boolean {
  return columns.includes('subjects') && (columns.includes('field') || columns.includes('concept'))
}

/** The default mapping. @param resourcesDir the app's folder of resources. */
export function loadFieldMapping(resourcesDir: string): FieldMapping {
  const path = join(resourcesDir, 'index', 'subject-mapping.json')
  return parseMapping(path, readFileSync(path, 'utf8'))
}

/**
 * A mapping of a user: JSON as the default one, or a table with columns `field` or `concept` (or both, one of
 * them filled in each row) and `subjects`; `name` and `edition` are not needed.
 * @throws AppError import-rejected with file, line and reason; file-unreadable.
 */
export async function readFieldMapping(path: string): Promise<FieldMapping> {
  let head: string
  try {
    head = await readFile(path, 'utf8')
  } catch (error) {
    throw unreadable(path, error)
  }
  return /^\uFEFF?\s*\{/.test(head) ? parseMapping(path, head) : readMappingTable(path)
}

/** @throws AppError import-rejected. */
export function parseMapping(path: string, text: string): FieldMapping {
  const file = basename(path)
  const issues = new IssueList(file)
  const { edition, fields, concepts } = parseSmallJson(text, schema, file, issues)
  const mapping: FieldMapping = { edition, fields: new Map(), concepts: new Map() }
  const put = (kind: 'fields' | 'concepts', entries: typeof fields) => {
    for (const { id, subjects } of entries) {
      for (const value of subjects) {
        if (subjectBit(value) === 0) issues.add(null, 'subject-unknown', { value }, `${kind}.${id}`)
      }
      const mask = subjects.reduce((bits, name) => bits | subjectBit(name), 0)
      putOnce(mapping[kind], id, mask, null, issues)
    }
  }
  put('fields', fields)
  put('concepts', concepts)
  if (mapping.fields.size + mapping.concepts.size === 0) issues.add(null, 'empty-file')
  issues.throwIfAny()
  return mapping
}

async function readMappingTable(path: string): Promise<FieldMapping> {
  const issues = new IssueList(basename(path))
  const table = await readSmallTable(path, issues)
  if (!isSubjectMapping(table.columns)) {
    const column = table.columns.includes('subjects') ? 'field' : 'subjects'
    issues.add(1, 'column-missing', { column })
    issues.throwIfAny()
  }
  const mapping: FieldMapping = { edition: basename(path), fields: new Map(), concepts: new Map() }
  for (const { line, cells } of table.rows) {
    const { mask, unknown } = subjectsInCell(cells['subjects'] ?? '')
    for (const value of unknown) issues.add(line, 'subject-unknown', { value }, 'subjects')
    const field = numberOf(
      cells['field'] ?? '',
      /^(?:(?:https?:\/\/)?openalex\.org\/)?(?:fields\/)?(\d{1,6})$/i,
    )
    const concept = numberOf(cells['concept'] ?? '', /^(?:(?:https?:\/\/)?openalex\.org\/)?C?(\d{1,15})$/i)
    const value = cells['field'] || cells['concept'] || ''
    if (field === null && concept === null) issues.add(line, 'field-unknown', { value }, 'field')
    if (field !== null) putOnce(mapping.fields, field, mask, line, issues)
    if (concept !== null) putOnce(mapping.concepts, concept, mask, line, issues)
  }
  if (table.rows.length === 0) issues.add(null, 'empty-file')
  issues.throwIfAny()
  return mapping
}

function numberOf(text: string, form: RegExp): number | null {
  const found = form.exec(text)
  return found?.[1] ? Number(found[1]) : null
}

function putOnce(
  map: Map<number, number>,
  id: number,
  mask: number,
  line: number | null,
  issues: IssueList,
): void {
  if (map.has(id)) issues.add(line, 'duplicate-entry', { value: id })
  map.set(id, mask)
}
