/** What an index knows of records that do not count: their ids, the reasons that reports list, and its rules. */
import type { CountingRules, RefusedArticle } from '../../../shared/contract/articles.ts'
import type { ImportReport } from '../../../shared/contract/import-report.ts'
import type { IndexOptions } from '../../../shared/contract/imports.ts'
import type { FileKind } from '../../../shared/domain/file-kinds.ts'
import { FILE_KINDS } from '../../../shared/domain/file-kinds.ts'
import { doiOfId, openAlexWork } from '../../articles/article-id.ts'
import type { OpenDataset } from '../../context.ts'
import { readDatasetRow } from '../../datasets/summary.ts'

/** Reports of all imports, the latest first. */
export function keptReports({ db }: OpenDataset): ImportReport[] {
  const rows = db.prepare('SELECT report FROM import_runs ORDER BY run DESC').pluck().all()
  return rows.map((report) => JSON.parse(String(report)) as ImportReport)
}

/**
 * The refused records of an article: those that a report lists with their reason, then those of which the id alone is
 * kept, and whether their list of authors is cut.
 * @param asked the id, as it was asked for
 * @param kept works that are kept as refused
 */
export function refusedArticles(
  reports: readonly ImportReport[],
  asked: string,
  kept: readonly { id: number; isCut: boolean }[],
): RefusedArticle[] {
  const cut = new Map(kept.map(({ id, isCut }) => [`W${id}`, isCut]))
  const works = [...new Set(kept.map(({ id }) => id))].filter((id) => id >= 0).map((id) => `W${id}`)
  const own = openAlexWork(asked)
  const names = [...new Set([...works, own === null ? (doiOfId(asked) ?? asked.trim()) : `W${own}`])]
  const found = new Map<string, RefusedArticle>()
  const told = new Set<string>()
  for (const { file, line, reason, detail } of reports.flatMap(({ listed }) => listed)) {
    const name = names.find((each) => isOf(detail, each))
    if (name === undefined) continue
    told.add(name)
    found.set(`${file}:${line}:${reason}`, { id: name, reason, where: { file, line, detail } })
  }
  const silent = works
    .filter((id) => !told.has(id))
    .map((id) => ({ id, reason: cut.get(id) ? 'truncated-authors' : null, where: null }))
  return [...found.values(), ...silent]
}

/** Reports tell the id alone, before a colon (`W12: type = "x"`), or as `article = P-1, …`. */
function isOf(detail: string, name: string): boolean {
  const [text, wanted] = [detail.toLowerCase(), name.toLowerCase()]
  if (text === wanted || text.startsWith(`${wanted}:`)) return true
  return `${text}, `.includes(`: article = ${wanted}, `)
}

/** Works keep the ids of those refused; tables and exports do not. */
const keepsNoIds = (kind: FileKind) => FILE_KINDS[kind] === 'articles' && kind !== 'works'

/**
 * Refused records of which neither a list nor the kept ids tell: of tables and exports, which keep no ids, and of an
 * index made before ids were kept. An upper bound.
 * @param kept how many ids of refused works the index keeps
 */
export function unlistedRecords([latest]: readonly ImportReport[], kept: number): number {
  if (!latest) return 0
  const hasTables = latest.files.some(({ kind }) => keepsNoIds(kind))
  if (!hasTables && kept > 0) return 0
  const refused = latest.rejected
    .filter(({ reason }) => !reason.startsWith('duplicate-'))
    .reduce((sum, { count }) => sum + count, 0)
  return Math.max(0, refused - latest.listed.length)
}

export function countingRules(dataset: OpenDataset): CountingRules {
  const { db } = dataset
  const { options } = JSON.parse(readDatasetRow(db, dataset.id).parameters) as { options?: IndexOptions }
  const lists = db
    .prepare("SELECT file FROM sources WHERE content IS NOT NULL AND origin = 'journals' ORDER BY source_id")
    .pluck()
    .all()
  return {
    types: options?.types ?? [],
    retracted: options?.includeRetracted ?? false,
    truncated: options?.includeTruncated ?? false,
    spreadUnknown: options?.spreadUnknown ?? false,
    journalLists: lists.map(String),
  }
}
