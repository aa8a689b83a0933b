/** Notices a table of one row an article, whose cells join authors and institutions. */
import { rejectedFor } from '../text/import-issue.ts'

/** Rows that join values, of all, from which a table without a second row of any article is one row an article. */
const LEAST_PART = 0.2

export class JoinedTable {
  private rows = 0
  private joinedRows = 0
  private first: { line: number; value: string } | null = null
  private last = ''
  /** Whether two rows that follow each other are of one article, as rows of one affiliation each mostly are. */
  private repeats = false

  /** A row that was read. */
  sound(article: string): void {
    this.rows += 1
    if (article !== '' && article === this.last) this.repeats = true
    this.last = article
  }

  /** A row that was rejected, as a cell of it joins values. */
  joined(article: string, line: number, value: string): void {
    this.sound(article)
    this.joinedRows += 1
    this.first ??= { line, value }
  }

  /**
   * Of such a table the rows of one author alone could be read: an index of those would be a wrong picture.
   * @throws AppError import-rejected with joined-table.
   */
  refuse(file: string): void {
    const { first, joinedRows, rows, repeats } = this
    if (!first || repeats || joinedRows < rows * LEAST_PART) return
    const value = first.value.slice(0, 120)
    throw rejectedFor(file, first.line, 'joined-table', { value, joined: joinedRows, rows })
  }
}
