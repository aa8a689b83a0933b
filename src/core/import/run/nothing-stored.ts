/** An import that would store no article: why, file by file, as a user can mend it. */
import type { AppError, FileIssue } from '../../../shared/contract/errors.ts'
import { importIssue, rejected } from '../text/import-issue.ts'
import type { TaskEnd } from '../chunks/chunk.ts'
import { ImportCounts } from '../chunks/counts.ts'
import type { Rejection } from '../chunks/counts.ts'
import type { ParseTask } from '../parse/tasks.ts'

/** More than anybody mends in one go. */
const MOST_ISSUES = 50

interface Ended {
  task: ParseTask
  end: TaskEnd
}

/**
 * The failure by every file of articles, with how many of its records were rejected for which reason, and where the
 * first of each stands. @param overruled records that count themselves, but not beside the others, by reason.
 */
export function nothingStored(
  ends: readonly Ended[],
  overruled: Partial<Record<Rejection, number>>,
): AppError {
  const issues: FileIssue[] = []
  for (const parts of Map.groupBy(ends, ({ task }) => task.path).values()) {
    const file = parts[0]?.task.file ?? ''
    const counts = new ImportCounts()
    for (const { end } of parts) counts.add(end.counts)
    issues.push(importIssue(file, null, 'nothing-stored', { records: counts.read }))
    issues.push(...reasonsOf(file, counts.rejected, counts))
  }
  issues.push(...reasonsOf(ends[0]?.task.file ?? '', overruled))
  const cut = issues.slice(0, MOST_ISSUES)
  if (issues.length > cut.length) cut.push(importIssue('', null, 'too-many-issues', { most: MOST_ISSUES }))
  return rejected(cut)
}

function reasonsOf(
  file: string,
  counted: Partial<Record<Rejection, number>>,
  { listed }: Pick<ImportCounts, 'listed'> = { listed: [] },
): FileIssue[] {
  return Object.entries(counted)
    .filter(([, count]) => count > 0)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([rejection, count]) => {
      const first = listed.find(({ reason }) => reason === rejection)
      if (!first?.detail)
        return importIssue(file, first?.line ?? null, 'records-rejected', { rejection, count })
      return importIssue(file, first.line, 'records-rejected-first', {
        rejection,
        count,
        value: first.detail,
      })
    })
}
