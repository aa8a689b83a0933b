/** The report of an import: every record read is stored or rejected for a reason. */
import type { DataFrom, ImportReport } from '../../../shared/contract/import-report.ts'
import { mixesMatchers } from '../../../shared/domain/collected-for.ts'
import type { IndexOptions } from '../../../shared/contract/imports.ts'
import type { TaskEnd } from '../chunks/chunk.ts'
import type { Oddity } from '../chunks/counts.ts'
import { ImportCounts, LISTED_RECORDS } from '../chunks/counts.ts'
import type { Duplicates } from '../settle/duplicates.ts'
import type { GivenFiles } from './given.ts'
import { nothingStored } from './nothing-stored.ts'
import type { InstitutionCounts } from '../settle/count-institutions.ts'
import type { ParseTask } from '../parse/tasks.ts'
import { lackingOf } from './snapshot-manifest.ts'

/** Strings listed of those that name no institution. */
const LISTED_STRINGS = 50

export class ReportBuilder {
  hashes: ReadonlyMap<string, string> = new Map()
  readonly counts = new ImportCounts()
  private readonly given: GivenFiles
  private readonly earlier: ImportReport | null
  private readonly options: IndexOptions
  private readonly ends: { task: ParseTask; end: TaskEnd }[] = []
  private institutions: InstitutionCounts = { matched: 0, unmatched: 0, withoutCity: 0 }
  placed: ImportReport['placed']
  private contradicting = 0
  private articles = 0
  private dataFrom: DataFrom | null = null

  constructor(given: GivenFiles, earlier: ImportReport | null, options: IndexOptions) {
    this.given = given
    this.earlier = earlier
    this.options = options
  }

  addTask(task: ParseTask, end: TaskEnd): void {
    this.ends.push({ task, end })
  }

  /** Adds up the tasks in their own order, so that lines count from the beginning of each file. */
  settle(duplicates: Duplicates, institutions: InstitutionCounts, articles: number): void {
    if (this.earlier) addEarlier(this.counts, this.earlier)
    let file = ''
    let before = 0
    for (const { task, end } of this.ends.sort((a, b) => a.task.number - b.task.number)) {
      if (task.path !== file) before = 0
      file = task.path
      for (const listed of end.counts.listed) listed.line += before
      before += end.lines
      this.counts.add(end.counts)
    }
    for (const [oddity, times] of Object.entries(this.given.institutionsOdd ?? {}))
      this.counts.odd(oddity as Oddity, times)
    const { byId, byDoi, contradicting, updated } = duplicates
    this.dataFrom = {
      earliest: dateOf(updated.earliest),
      latest: dateOf(updated.latest),
      manifest: this.given.snapshotDate ?? this.earlier?.dataFrom?.manifest ?? null,
    }
    if (byId > 0) this.counts.rejected['duplicate-id'] = byId
    if (byDoi > 0) this.counts.rejected['duplicate-doi'] = byDoi
    this.counts.stored -= byId + byDoi
    this.contradicting = contradicting
    this.institutions = institutions
    this.articles = articles
  }

  /**
   * After `settle`. @throws AppError import-rejected where no article would be stored, or the files that are added
   * change nothing, as none of their records counts.
   */
  refuseNothing(duplicates: Duplicates): void {
    const news = this.ends.reduce((sum, { end }) => sum + end.counts.stored, 0)
    const changed = this.earlier === null || news > 0 || this.articles !== this.earlier.articles
    if (this.articles > 0 && changed) return
    const { byId, byDoi } = duplicates
    throw nothingStored(this.ends, news > 0 ? { 'duplicate-id': byId, 'duplicate-doi': byDoi } : {})
  }

  finish(started: number, finishedAt: string, steps: ImportReport['steps']): ImportReport {
    const { counts, institutions } = this
    const files = this.files()
    const fetched = this.given.collected?.fetched ?? null
    const sorted = (record: Partial<Record<string, number>>) =>
      Object.entries(record)
        .map(([key, count]) => [key, count ?? 0] as const)
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    return {
      finishedAt,
      durationMs: Math.round(performance.now() - started),
      steps,
      files: [...(this.earlier?.files ?? []), ...files],
      read: counts.read,
      stored: counts.stored,
      rejected: sorted(counts.rejected).map(([reason, count]) => ({ reason, count })),
      oddities: sorted(counts.oddities).map(([oddity, count]) => ({ oddity, count })),
      contradicting: this.contradicting,
      listed: counts.listed.slice(0, LISTED_RECORDS * 4),
      unmatched: [...counts.unmatched]
        .map(([text, count]) => ({ text, count }))
        .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
        .slice(0, LISTED_STRINGS),
      institutions: { read: this.given.institutionsRead, ...institutions },
      ...(this.placed && { placed: this.placed }),
      articles: this.articles,
      dataFrom: this.dataFrom,
      ...(fetched && mixesMatchers(fetched) && { mixedMatchers: fetched }),
      strict: this.options.strict,
    }
  }

  /** Counts on the way what a snapshot's manifests list and was not read. */
  private files(): ImportReport['files'] {
    const records = new Map<string, number>()
    for (const { task, end } of this.ends) {
      records.set(task.path, (records.get(task.path) ?? 0) + end.counts.read)
    }
    const { listedParts } = this.given
    const read = this.given.files.map(
      ({ path, records: known }) => [path, records.get(path) ?? known] as const,
    )
    const lacking = listedParts && listedParts.size > 0 ? lackingOf(listedParts, new Map(read)) : null
    this.counts.odd('snapshot-parts-missing', lacking?.parts.length ?? 0)
    this.counts.odd('snapshot-parts-short', lacking?.short.length ?? 0)
    return this.given.files.map(({ path, file, kind, bytes, records: known, count }) => {
      const short = lacking?.short.find((each) => each.path === path)
      return {
        file: count === undefined ? file : `${file} (${count})`,
        kind,
        bytes,
        sha256: this.hashes.get(path) ?? '',
        records: records.get(path) ?? known,
        ...(short && { recordsListed: short.listed }),
      }
    })
  }
}

/** `20230904120000` → `2023-09-04`; null where nothing is known. */
function dateOf(digits: number): string | null {
  const text = String(digits)
  return text.length === 14 ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}` : null
}

/** Counts before duplicates: those are found anew among all articles. */
function addEarlier(counts: ImportCounts, earlier: ImportReport): void {
  const duplicates = earlier.rejected.filter(({ reason }) => reason.startsWith('duplicate-'))
  counts.add({
    read: earlier.read,
    stored: earlier.stored + duplicates.reduce((sum, { count }) => sum + count, 0),
    authors: 0,
    affiliations: 0,
    rejected: Object.fromEntries(
      earlier.rejected
        .filter(({ reason }) => !reason.startsWith('duplicate-'))
        .map(({ reason, count }) => [reason, count]),
    ),
    oddities: Object.fromEntries(earlier.oddities.map(({ oddity, count }) => [oddity, count])),
    listed: earlier.listed as ImportCounts['listed'],
    unmatched: new Map(earlier.unmatched.map(({ text, count }) => [text, count])),
  })
}
