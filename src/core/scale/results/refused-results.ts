/** What of a plan's results does not hold, by file. */
import type { FileIssue } from '../../../shared/contract/errors.ts'
import type { PlanCheck, PlanFinding } from '../../../shared/contract/scale.ts'
import { importIssue, rejected } from '../../import/text/import-issue.ts'
import type { ResultTable } from '../steps/results.ts'
import { resultFile, SAMPLE_FILE } from '../steps/results.ts'

/** @throws AppError import-rejected with an issue for each thing that differs */
export function refuseDifferences({ findings }: PlanCheck): void {
  const issues = findings.flatMap((finding) => (finding.differences > 0 ? issuesOf(finding) : []))
  if (issues.length > 0) throw rejected(issues)
}

function issuesOf({ check, differences, named }: PlanFinding): FileIssue[] {
  const one = (file: string, code: Parameters<typeof importIssue>[2]) => [
    importIssue(file, null, code, { at: named.join('; '), differences }),
  ]
  switch (check) {
    case 'files':
      return named.map((file) => importIssue(file, null, 'plan-changed'))
    case 'plan':
      return one(resultFile('checks'), 'plan-other')
    case 'probe':
      return one(resultFile('checks'), 'plan-probe')
    case 'whole':
      return named.map((table) => importIssue(resultFile(table as ResultTable), null, 'plan-rows'))
    case 'articles':
      return one(resultFile('totals'), 'plan-empty')
    case 'shares':
      return one(resultFile('shares'), 'plan-sums')
    case 'pairs':
      return one(resultFile('pairs'), 'plan-pairs')
    case 'sample':
      return one(SAMPLE_FILE, 'plan-sample')
  }
}
