/** What programs write below a table: `© Clarivate`, `Exported on 5 May`, as those write remarks above it. */
import type { CsvRecord } from '../text/csv-records.ts'
import type { FaultyRow } from './parse-row.ts'

/** More lines than programs write below a table. */
const MOST_BELOW = 30
/** Cells of a remark, in which a comma may stand as it may in any sentence. */
const MOST_CELLS = 4

/** A rejected row that may be a remark, where no row of the table follows it. */
export interface MaybeRemark {
  row: FaultyRow
  record: CsvRecord
}

/** Faults of a row that names no year, no article or no author. */
const FAULTS: ReadonlySet<FaultyRow['fault']> = new Set([
  'year',
  'article-missing',
  'author-missing',
  'cut-off',
])

/**
 * Whether a rejected row reads like a remark: few cells at its beginning with no number of a year among them, the first
 * of several words or after a sign.
 * @param width number of columns of the head line
 */
export function readsAsRemark({ fault }: FaultyRow, cells: readonly string[], width: number): boolean {
  const last = cells.findLastIndex((cell) => cell.trim() !== '')
  const filled = cells.slice(0, last + 1)
  const first = filled[0]?.trim() ?? ''
  if (!FAULTS.has(fault) || filled.length > Math.min(MOST_CELLS, width / 2)) return false
  if (filled.slice(1).some((cell) => /^\s*\d{4}\s*$/.test(cell))) return false
  return isMarked(first) || /\S\s+\S/.test(first)
}

/** Signs with which notes begin, and no id. */
const isMarked = (text: string) => /^(?:[*#©†‡§•–—]|--|\/\/|\(c\)|\[\d+\]|注[:：])/i.test(text)

/** The last rejected rows of a table, until it is known whether a row follows them. */
export class RemarksBelow {
  private waiting: MaybeRemark[] = []

  /** @returns rows that are no remarks after all, as there are too many */
  add(maybe: MaybeRemark): MaybeRemark[] {
    this.waiting.push(maybe)
    return this.waiting.length > MOST_BELOW ? this.take() : []
  }

  take(): MaybeRemark[] {
    return this.waiting.splice(0)
  }

  /**
   * Those that are no remarks after all: rows of an article that has other rows, and where the ids of articles are words
   * themselves all that bear no sign.
   */
  takeRows(isArticle: (id: string) => boolean, wordyIds: boolean): { rows: MaybeRemark[]; remarks: number } {
    const all = this.take()
    const rows = all.filter(({ row: { article }, record: { cells } }) => {
      if (article !== null && isArticle(article)) return true
      return wordyIds && !isMarked(cells[0]?.trim() ?? '')
    })
    return { rows, remarks: all.length - rows.length }
  }
}
