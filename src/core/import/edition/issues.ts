import type { FileIssue, IssueCode } from '../../../shared/contract/errors.ts'
import { AppError } from '../../../shared/contract/errors.ts'

const MOST_ISSUES = 50

/** Collects what is wrong with the files of an import, so that a user mends all of it in one go. */
export class Issues {
  readonly list: FileIssue[] = []

  add(
    file: string,
    line: number | null,
    code: IssueCode,
    values: Record<string, string | number> = {},
    column: string | null = null,
  ): void {
    if (this.list.length < MOST_ISSUES) this.list.push({ file, line, column, code, values })
    else if (this.list.length === MOST_ISSUES) {
      this.list.push({
        file,
        line: null,
        column: null,
        code: 'too-many-issues',
        values: { most: MOST_ISSUES },
      })
    }
  }

  get any(): boolean {
    return this.list.length > 0
  }

  /** @throws AppError edition-rejected when anything was collected. */
  throwIfAny(): void {
    const first = this.list[0]
    if (!first) return
    const where = first.line === null ? first.file : `${first.file}:${first.line}`
    throw new AppError('edition-rejected', `${where}: ${first.code}`, {
      values: { issues: this.list.length },
      issues: this.list,
    })
  }
}
