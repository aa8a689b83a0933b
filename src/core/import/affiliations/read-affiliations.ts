/** Reads a flat table with one row for each affiliation of each author of each article. */
import { basename } from 'node:path'
import type { GivenColumns } from '../../../shared/contract/imports.ts'
import type { Encoding } from '../../../shared/domain/encodings.ts'
import { SUBJECTS } from '../../../shared/domain/subjects.ts'
import type { Countries } from '../places/countries.ts'
import { articleKey, plainDoi } from '../../articles/article-id.ts'
import type { ArticleRecord } from './article-record.ts'
import { subjectsInCell } from '../rules/subject-names.ts'
import type { Delimiter } from '../text/delimiter.ts'
import { rejected, rejectedFor } from '../text/import-issue.ts'
import type { CsvRecord } from '../text/csv-records.ts'
import { readFromHead } from '../text/head-record.ts'
import type { TableForm } from '../text/read-table.ts'
import { tableForm } from '../text/read-table.ts'
import type { ArticleFault, BuildTools, FaultyArticle } from './build-article.ts'
import { buildArticle } from './build-article.ts'
import type { MappedColumns } from './fields.ts'
import { mapColumns, mayBeHead } from './fields.ts'
import { JoinedTable } from './joined-table.ts'
import { UNSURE_NA } from './namibia.ts'
import type { FaultyRow, ParsedRow, RowFault } from './parse-row.ts'
import { parseRow } from './parse-row.ts'
import type { MaybeRemark } from './remarks-below.ts'
import { readsAsRemark, RemarksBelow } from './remarks-below.ts'
import { RowStore } from './row-store.ts'
import { TopStrings } from './top-strings.ts'

export type AffiliationFault = RowFault | ArticleFault

export interface AffiliationsOptions {
  countries: Countries
  /** Our field → their column; null leaves it out. */
  columns?: Readonly<GivenColumns> | undefined
  encoding?: Encoding | undefined
  delimiter?: Delimiter | undefined
}

export interface AffiliationsHandlers {
  onArticle(article: ArticleRecord): void
  /**
   * A rejected row, or an article rejected with all its rows (`values.article`, `values.rows`). `alone`: a row that
   * names no article; of another row the article is rejected as well, and told by a call of its own, with the reason
   * of the row as its cause.
   */
  onRejected?: (
    line: number,
    reason: AffiliationFault,
    values: Record<string, string | number>,
    alone: boolean,
    cause?: RowFault,
  ) => void
  signal?: AbortSignal | undefined
  /** Bytes of the file read so far. */
  progress?: ((bytes: number) => void) | undefined
}

/** What was odd about the rows that were read, in numbers. */
export interface TableOddities {
  /** Cells that hold a word for "missing". */
  missingWords: number
  /** `NA` as a country in rows whose place is none of Namibia, in a table that writes NA for missing. */
  unsureNa: number
  /** Cells with bytes that could not be read. */
  damagedCells: number
  /** Rows that lack cells at their end, taken as empty. */
  shortRows: number
  /** Lines above the head and below the last row that are no rows, passed over. */
  remarks: number
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
  oddities: TableOddities
  /** Columns passed over, as their values are none of the field that they are named after. */
  unfit: MappedColumns['unfit']
}

/**
 * Rows of an article need not stand together: they wait in a temporary file. An article that has a rejected row,
 * or rows that contradict each other, is rejected whole, as its Shares would be wrong.
 * Articles come in the order of their ids.
 * @throws AppError import-rejected (empty-file, not-text, encoding-unsure, column-missing, column-twice, map-file,
 *   joined-table, a fault of packing), file-unreadable, disk-full; the signal's reason.
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
    run.joined.refuse(run.file)
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
  readonly file: string
  readonly joined = new JoinedTable()
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
  private readonly below = new RemarksBelow()
  /** Whether ids of articles are words. */
  private wordyIds = false
  private readonly oddities: TableOddities = {
    missingWords: 0,
    unsureNa: 0,
    damagedCells: 0,
    shortRows: 0,
    remarks: 0,
  }
  /** The last row, where it lacked cells: what follows may be the rest of it. */
  private short: { line: number; article: string; doi: string } | null = null

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
    const isHead = (cells: readonly string[]) => mayBeHead(cells, this.options.columns)
    const table = await readFromHead(path, this.form, fault, isHead, { signal, progress })
    const [first] = faults
    if (!table || (!table.known && first && first.line < table.head.line)) {
      throw rejectedFor(this.file, first?.line ?? 1, 'csv-syntax', { reason: first?.reason ?? 'head' })
    }
    const { line: headLine, cells: head } = table.head
    const sample = table.sample.map(({ cells }) => cells)
    const mapped = mapColumns(this.file, head, this.options.columns, sample)
    if (mapped.issues.length > 0) throw rejected(mapped.issues)
    this.mapped = mapped
    this.oddities.remarks = table.above
    for await (const batch of table.batches) {
      for (const record of batch) this.takeRow(record, mapped)
      for (const broken of faults.splice(0)) if (broken.line > headLine) this.takeBroken(broken, mapped)
    }
    for (const broken of faults.splice(0)) if (broken.line > headLine) this.takeBroken(broken, mapped)
    const { rows, remarks } = this.below.takeRows((id) => this.store.has(id), this.wordyIds)
    this.oddities.remarks += remarks
    this.reject(rows, mapped.columns.length)
  }

  /** A line that cannot be read still tells its article where its first cells can be told. */
  private takeBroken({ line, reason, text }: BrokenLine, { map }: MappedColumns): void {
    const at = map.article_id ?? Infinity
    const cells = text.split(this.form.delimiter, at === Infinity ? 0 : at + 1)
    const article = articleKey(cells[at]?.trim() ?? '')
    const isTold = article !== '' && !cells.some((cell) => cell.includes('"'))
    this.rejectRow(line, reason, text, !isTold)
    if (isTold) this.store.addFaulty(line, reason, article)
  }

  private takeRow(record: CsvRecord, { columns, map }: MappedColumns): void {
    const { line, cells, unended } = record
    const parsed = parseRow(cells, map, columns.length)
    const isCut = unended === true && cells.length < columns.length
    const row = isCut ? cutOff(parsed, cells) : parsed
    const isRemark = 'fault' in row && readsAsRemark(row, cells, columns.length)
    this.reject(isRemark ? this.below.add({ row, record }) : this.below.take(), columns.length)
    if (isRemark) return
    if ('fault' in row) this.takeFaulty(line, row, cells.length < columns.length)
    else this.takeSound(line, row)
  }

  /** Rows that were no remarks. */
  private reject(rows: readonly MaybeRemark[], width: number): void {
    for (const { row, record } of rows) this.takeFaulty(record.line, row, record.cells.length < width)
  }

  private takeSound(line: number, row: ParsedRow): void {
    this.rows.read += 1
    this.joined.sound(row.article)
    this.wordyIds ||= row.article.includes(' ')
    const { oddities } = this
    oddities.missingWords += row.missing + (row.lonelyNa ? 1 : 0)
    oddities.damagedCells += row.damaged
    oddities.shortRows += row.lacking > 0 ? 1 : 0
    this.short = row.lacking > 0 ? { line, article: row.article, doi: row.head.doi } : null
    this.store.add(line, row)
  }

  private takeFaulty(line: number, row: FaultyRow, isShort: boolean): void {
    this.rejectRow(line, row.fault, row.value, row.article === null)
    if (row.fault === 'joined-values') this.joined.joined(row.article ?? '', line, row.value)
    if (row.article !== null) this.store.addFaulty(line, row.fault, row.article, row.doi)
    // A line break within a cell without quotes makes two short rows of one: neither half is a row.
    const { short } = this
    if (short && isShort) this.store.addFaulty(short.line, 'columns', short.article, short.doi)
    this.short = null
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
        this.handlers.onRejected?.(built.line, built.fault, values, true, built.cause)
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
    if (text === UNSURE_NA) {
      // Where the table writes other words for what is missing, this is likely one more of them.
      if (this.oddities.missingWords === 0) return 'NA'
      this.oddities.unsureNa += 1
      return null
    }
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
      oddities: this.oddities,
      unfit: this.mapped?.unfit ?? [],
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

/** The last row of a file that ends within it. */
function cutOff(row: ParsedRow | FaultyRow, cells: readonly string[]): FaultyRow {
  const doi = 'fault' in row ? row.doi : row.head.doi
  return { fault: 'cut-off', article: row.article, doi, value: cells.join(', ') }
}

function count<K extends string>(counts: Partial<Record<K, number>>, key: K, times: number): void {
  counts[key] = (counts[key] ?? 0) + times
}
