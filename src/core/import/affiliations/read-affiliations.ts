/** Reads a flat table with one row for each affiliation of each author of each article. */
import { basename } from 'node:path'
import { SUBJECTS } from '../../../shared/domain/subjects.ts'
import type { Countries } from '../places/countries.ts'
import { articleKey, plainDoi } from './article-id.ts'
import type { ArticleRecord } from './article-record.ts'
import { subjectsInCell } from '../rules/subject-names.ts'
import type { Delimiter } from '../text/delimiter.ts'
import type { Encoding } from '../text/encoding.ts'
import { rejected, rejectedFor } from '../text/import-issue.ts'
import type { TableForm } from '../text/read-table.ts'
import { readTable, tableForm } from '../text/read-table.ts'
import type { ArticleFault, BuildTools, FaultyArticle } from './build-article.ts'
import { buildArticle } from './build-article.ts'
import type { MappedColumns } from './fields.ts'
import { mapColumns } from './fields.ts'
import type { RowFault } from './parse-row.ts'
import { parseRow } from './parse-row.ts'
import { RowStore } from './row-store.ts'
import { TopStrings } from './top-strings.ts'

export type AffiliationFault = RowFault | ArticleFault

export interface AffiliationsOptions {
  countries: Countries
  /** Our field → their column. */
  columns?: Readonly<Record<string, string>> | undefined
  encoding?: Encoding | undefined
  delimiter?: Delimiter | undefined
}

export interface AffiliationsHandlers {
  onArticle(article: ArticleRecord): void
  /**
   * A rejected row, or an article rejected with all its rows (`values.article`, `values.rows`). `alone`: a row that
   * names no article; of another row the article is rejected as well, and told by a call of its own.
   */
  onRejected?: (
    line: number,
    reason: AffiliationFault,
    values: Record<string, string | number>,
    alone: boolean,
  ) => void
  signal?: AbortSignal | undefined
  /** Bytes of the file read so far. */
  progress?: ((bytes: number) => void) | undefined
}

export interface AffiliationsReport {
  file: string
  form: TableForm
  columns: MappedColumns['columns']
  /** read = stored + rejected; the rows of a rejected article are rejected by the article's reason. */
  rows: { read: number; stored: number; rejected: Partial<Record<AffiliationFault, number>> }
  articles: { read: number; stored: number; rejected: Partial<Record<ArticleFault, number>> }
  /** Countries and subjects that are not known, as written, the most frequent first. */
  unknownCountries: { text: string; count: number }[]
  unknownSubjects: { text: string; count: number }[]
}

/**
 * Rows of an article need not stand together: they wait in a temporary file. An article that has a rejected row,
 * or rows that contradict each other, is rejected whole, as its Shares would be wrong.
 * Articles come in the order of their ids.
 * @throws AppError import-rejected (empty-file, not-text, column-missing, column-twice, map-file, a fault of
 *   packing), file-unreadable, disk-full; the signal's reason.
 */
export async function readAffiliations(
  path: string,
  options: AffiliationsOptions,
  handlers: AffiliationsHandlers,
): Promise<AffiliationsReport> {
  const form = await tableForm(path, { ...options, signal: handlers.signal })
  const store = new RowStore()
  try {
    const run = new Run(basename(path), form, options, handlers, store)
    await run.readRows(path)
    run.handOn()
    return run.report()
  } finally {
    store.close()
  }
}

interface BrokenLine {
  line: number
  reason: RowFault
  text: string
}

class Run {
  private readonly file: string
  private readonly form: TableForm
  private readonly options: AffiliationsOptions
  private readonly handlers: AffiliationsHandlers
  private readonly store: RowStore
  private mapped: MappedColumns | null = null
  private readonly rows: AffiliationsReport['rows'] = { read: 0, stored: 0, rejected: {} }
  private readonly articles: AffiliationsReport['articles'] = { read: 0, stored: 0, rejected: {} }
  private readonly codes = new Map<string, string | null>()
  private readonly countries = new TopStrings()
  private readonly subjects = new TopStrings()

  constructor(
    file: string,
    form: TableForm,
    options: AffiliationsOptions,
    handlers: AffiliationsHandlers,
    store: RowStore,
  ) {
    this.file = file
    this.form = form
    this.options = options
    this.handlers = handlers
    this.store = store
  }

  async readRows(path: string): Promise<void> {
    const { signal, progress } = this.handlers
    // Faults are told while a batch is read, before its first record may turn out to be the head.
    const faults: BrokenLine[] = []
    const fault = (line: number, reason: RowFault, text: string) => void faults.push({ line, reason, text })
    for await (const batch of readTable(path, this.form, fault, { signal, progress })) {
      for (const { line, cells } of batch) {
        if (this.mapped) this.takeRow(line, cells, this.mapped)
        else this.mapped = this.mapHead(line, cells, faults)
      }
      if (this.mapped) for (const broken of faults.splice(0)) this.takeBroken(broken, this.mapped)
    }
    if (!this.mapped) throw rejectedFor(this.file, faults[0]?.line ?? 1, 'csv-syntax', { reason: 'head' })
  }

  /** A line that cannot be read still tells its article where its first cells can be told. */
  private takeBroken({ line, reason, text }: BrokenLine, { map }: MappedColumns): void {
    const at = map.article_id ?? Infinity
    const cells = text.split(this.form.delimiter, at === Infinity ? 0 : at + 1)
    const article = articleKey(cells[at]?.trim() ?? '')
    const isTold = article !== '' && !cells.some((cell) => cell.includes('"'))
    this.rejectRow(line, reason, text, !isTold)
    if (isTold) this.store.addFaulty(line, article)
  }

  private mapHead(line: number, cells: readonly string[], faults: readonly BrokenLine[]): MappedColumns {
    const [first] = faults
    if (first && first.line < line) {
      throw rejectedFor(this.file, first.line, 'csv-syntax', { reason: first.reason })
    }
    const mapped = mapColumns(this.file, cells, this.options.columns)
    if (mapped.issues.length > 0) throw rejected(mapped.issues)
    return mapped
  }

  private takeRow(line: number, cells: readonly string[], { columns, map }: MappedColumns): void {
    const row = parseRow(cells, map, columns.length)
    if (!('fault' in row)) {
      this.rows.read += 1
      this.store.add(line, row)
      return
    }
    this.rejectRow(line, row.fault, row.value, row.article === null)
    if (row.article !== null) this.store.addFaulty(line, row.article, row.doi)
  }

  private rejectRow(line: number, reason: RowFault, value: string, alone: boolean): void {
    this.rows.read += 1
    count(this.rows.rejected, reason, 1)
    this.handlers.onRejected?.(line, reason, { value: value.slice(0, 200) }, alone)
  }

  handOn(): void {
    const tools: BuildTools = {
      countryOf: (text: string) => this.countryOf(text),
      subjectsOf: (text: string) => this.subjectsOf(text),
    }
    const broken = this.brokenDois(tools)
    for (const stored of this.store.articles()) {
      if (this.articles.read % 1000 === 0) this.handlers.signal?.throwIfAborted()
      this.articles.read += 1
      const built = unlessBroken(buildArticle(stored, tools), broken)
      const rows = stored.rows.length
      if ('fault' in built) {
        count(this.articles.rejected, built.fault, 1)
        if (rows > 0) count(this.rows.rejected, built.fault, rows)
        const values = { article: stored.id, rows, ...built.values }
        this.handlers.onRejected?.(built.line, built.fault, values, true)
        continue
      }
      this.articles.stored += 1
      this.rows.stored += rows
      this.handlers.onArticle(built)
    }
  }

  /**
   * DOIs that stand under several ids of which one's rows were rejected, with a line of those: where these are rows of
   * one article, what stands under the other ids is not all of it.
   */
  private brokenDois(tools: BuildTools): Map<string, number> {
    const broken = new Map<string, number>()
    for (const stored of this.store.ofSharedDois()) {
      const built = buildArticle(stored, tools)
      if (!('fault' in built)) continue
      for (const doi of stored.dois) broken.set(doi, built.line)
    }
    return broken
  }

  private countryOf(text: string): string | null {
    let code = this.codes.get(text)
    if (code === undefined) {
      code = this.options.countries.codeOf(text)
      // Few ways to write a country; a column that holds something else must not fill the memory.
      if (this.codes.size < 10_000) this.codes.set(text, code)
    }
    if (code === null) this.countries.add(text)
    return code
  }

  private subjectsOf(text: string): string[] | null {
    const { mask, unknown } = subjectsInCell(text)
    unknown.forEach((name) => this.subjects.add(name))
    return mask === 0 ? null : SUBJECTS.filter((_, bit) => mask & (1 << bit))
  }

  report(): AffiliationsReport {
    return {
      file: this.file,
      form: this.form,
      columns: this.mapped?.columns ?? [],
      rows: this.rows,
      articles: this.articles,
      unknownCountries: this.countries.top(),
      unknownSubjects: this.subjects.top(),
    }
  }
}

function unlessBroken(
  built: ArticleRecord | FaultyArticle,
  broken: ReadonlyMap<string, number>,
): ArticleRecord | FaultyArticle {
  if ('fault' in built || built.doi === null) return built
  const line = broken.get(plainDoi(built.doi))
  return line === undefined ? built : { fault: 'article-incomplete', line: built.line, values: { line } }
}

function count<K extends string>(counts: Partial<Record<K, number>>, key: K, times: number): void {
  counts[key] = (counts[key] ?? 0) + times
}
