/** What of a plan's results does not hold, by file. */
import type { FileIssue } from '../../../shared/contract/errors.ts'
import type { PlanCheck, PlanFinding } from '../../../shared/contract/scale.ts'
import { importIssue, rejected } from '../../import/text/import-issue.ts'
import { tableFile } from '../read-results.ts'
import type { ResultTable } from '../steps/results.ts'
import { SAMPLE_FILE } from '../steps/results.ts'

/** @throws AppError import-rejected with an issue for each thing that differs */
export function refuseDifferences({ findings }: PlanCheck, folder: string): void {
  const issues = findings.flatMap((finding) => (finding.differences > 0 ? issuesOf(finding, folder) : []))
  if (issues.length > 0) throw rejected(issues)
}

function issuesOf({ check, differences, named }: PlanFinding, folder: string): FileIssue[] {
  const fileOf = (table: ResultTable) => tableFile(folder, table)
  const one = (file: string, code: Parameters<typeof importIssue>[2]) => [
    importIssue(file, null, code, { at: named.join('; '), differences }),
  ]
  switch (check) {
    case 'files':
      return named.map((file) => importIssue(file, null, 'plan-changed'))
    case 'plan':
      return one(fileOf('checks'), 'plan-other')
    case 'probe':
      return one(fileOf('checks'), 'plan-probe')
    case 'whole':
      return named.map((table) => importIssue(fileOf(table as ResultTable), null, 'plan-rows'))
    case 'articles':
      return one(fileOf('totals'), 'plan-empty')
    case 'shares':
      return one(fileOf('shares'), 'plan-sums')
    case 'pairs':
      return one(fileOf('pairs'), 'plan-pairs')
    case 'sample':
      return one(SAMPLE_FILE, 'plan-sample')
  }
}
