/** The files of an import: what each is, and what those besides the articles say. */
import { readFileSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FileIssue } from '../../../shared/contract/errors.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { FileKind } from '../../../shared/contract/import-report.ts'
import type { IndexOptions } from '../../../shared/contract/imports.ts'
import type { ImportContext } from '../../context.ts'
import { Institutions } from '../places/institutions.ts'
import type { Countries } from '../places/countries.ts'
import { loadMetros, readMetros } from '../places/read-metros.ts'
import { readInstitutions } from '../places/read-institutions.ts'
import type { InstitutionRecord } from '../places/institution-record.ts'
import { loadFieldMapping, readFieldMapping } from '../rules/field-mapping.ts'
import { readJournalList } from '../rules/journal-list.ts'
import { importIssue, rejected } from '../text/import-issue.ts'
import { unreadable } from '../text/open-bytes.ts'
import { detectFile } from './detect.ts'
import type { DetectedFile } from './detect.ts'
import type { EarlierIndex } from './earlier-index.ts'
import type { ArticleFile } from '../parse/tasks.ts'
import type { GivenFiles, RuleFile } from './given.ts'

const MOST_FILES = 5000

/** @throws AppError import-rejected where a file is of no known kind or damaged, or where there are no articles. */
export async function readGivenFiles(
  { paths, columns }: { paths: readonly string[]; columns: IndexOptions['columns'] },
  earlier: EarlierIndex | null,
  countries: Countries,
  context: ImportContext,
): Promise<GivenFiles> {
  const detected: DetectedFile[] = []
  for (const path of await listPaths(paths)) {
    context.signal.throwIfAborted()
    detected.push(await detectFile(path, columns))
  }
  refuseUnknown(detected)
  const records = new Map<string, number>()
  const institutionFiles: GivenFiles['institutionFiles'] = [...(earlier?.institutionFiles ?? [])]
  for (const { path, file } of ofKind(detected, 'institutions', 'ror')) {
    const list: InstitutionRecord[] = []
    const report = await readInstitutions(
      path,
      { onRecord: (record) => list.push(record) },
      { signal: context.signal },
    )
    institutionFiles.push({ file, records: list })
    records.set(path, report.read)
  }
  const institutions = new Institutions()
  for (const { records: list } of institutionFiles) for (const record of list) institutions.add(record)
  const rules = ruleFilesOf(detected)
  const articles = ofKind(detected, 'works', 'affiliations') as (DetectedFile & ArticleFile)[]
  return {
    files: detected.map(({ path, file, kind, bytes }) => ({
      path,
      file,
      kind,
      bytes,
      records: records.get(path) ?? 0,
    })),
    articles: articles.map(({ path, file, kind, layout, packing }) => ({
      path,
      file,
      kind,
      layout,
      compressed: packing === 'gzip',
    })),
    articleBytes: articles.reduce((sum, { bytes }) => sum + bytes, 0),
    institutions,
    institutionFiles,
    institutionsRead: institutionFiles.reduce((sum, { records: list }) => sum + list.length, 0),
    ...(await rulesOf(rules, earlier, countries, context)),
  }
}

/** Files of folders in the order of their names; hidden files are left out. */
export async function listPaths(paths: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) {
    try {
      if (!statSync(path).isDirectory()) found.push(path)
      else {
        const entries = await readdir(path, { withFileTypes: true, recursive: true })
        const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        found.push(...files.map((entry) => join(entry.parentPath, entry.name)).sort())
      }
    } catch (error) {
      throw unreadable(path, error)
    }
  }
  if (found.length > MOST_FILES) throw unreadable(paths[0] ?? '', new Error(`more than ${MOST_FILES} files`))
  return [...new Set(found)]
}

function refuseUnknown(detected: readonly DetectedFile[]): void {
  const issues: FileIssue[] = ofKind(detected, 'unknown').map(({ file }) =>
    importIssue(file, null, 'file-kind-unknown'),
  )
  for (const kind of ['journals', 'metros', 'subjects'] as const) {
    const [, second] = ofKind(detected, kind)
    if (second) issues.push(importIssue(second.file, null, 'rules-twice', { kind }))
  }
  const useful = ofKind(detected, 'works', 'affiliations').length > 0
  if (!useful && issues.length === 0) {
    issues.push(importIssue(detected[0]?.file ?? '', null, 'articles-missing'))
  }
  if (issues.length > 0) throw rejected(issues)
}

function ofKind(detected: readonly DetectedFile[], ...kinds: FileKind[]): DetectedFile[] {
  return detected.filter(({ kind }) => kinds.includes(kind))
}

function ruleFilesOf(detected: readonly DetectedFile[]): (RuleFile & { path: string })[] {
  return ofKind(detected, 'journals', 'metros', 'subjects').map(({ path, kind }) => ({
    kind: kind as RuleFile['kind'],
    file: basename(path),
    path,
    content: readFileSync(path),
  }))
}

/**
 * The rules that hold. An index keeps those it was begun with: what they left out was not stored, so other rules
 * would count the old articles by the old rules and the new ones by the new.
 */
async function rulesOf(
  rules: readonly (RuleFile & { path: string })[],
  earlier: EarlierIndex | null,
  countries: Countries,
  { resourcesDir }: ImportContext,
): Promise<Pick<GivenFiles, 'rules' | 'subjects' | 'metros'>> {
  if (earlier) {
    const changed = rules.find(
      ({ kind, content }) =>
        kind !== 'metros' && !earlier.rules.some((old) => old.kind === kind && old.content.equals(content)),
    )
    if (changed) {
      throw new AppError('import-rejected', `${changed.file}: other rules`, {
        values: { issues: 1 },
        issues: [importIssue(changed.file, null, 'rules-changed', { kind: changed.kind })],
      })
    }
  }
  const kept = (earlier?.rules ?? []).filter(({ kind }) => !rules.some((rule) => rule.kind === kind))
  const all = [...kept.map((rule) => ({ ...rule, path: earlier?.writeRule(rule) ?? '' })), ...rules]
  const pathOf = (kind: RuleFile['kind']) => all.find((rule) => rule.kind === kind)?.path
  const [journals, metros, subjects] = [pathOf('journals'), pathOf('metros'), pathOf('subjects')]
  return {
    rules: all.map(({ kind, file, content }) => ({ kind, file, content })),
    subjects: {
      journals: journals === undefined ? null : await readJournalList(journals),
      mapping: subjects === undefined ? loadFieldMapping(resourcesDir) : await readFieldMapping(subjects),
    },
    metros: metros === undefined ? loadMetros(resourcesDir, countries) : await readMetros(metros, countries),
  }
}
