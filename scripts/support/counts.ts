/** How test suites tell their counts to `npm test`, which sums them. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** Names the file to which a suite appends its counts, one JSON object a line. */
export const COUNTS_VARIABLE = 'SCIENCE_CITIES_TEST_COUNTS'

export const noCounts = (): Counts => ({ passed: 0, failed: 0, skipped: 0 })

export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

/** `12 passed, 0 failed`, and the skipped where there are any. */
export function countsText({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** Called by a suite: hands its counts to `npm test` where that started it. */
export function reportCounts(counts: Counts, env = process.env): void {
  const file = env[COUNTS_VARIABLE]
  if (file) appendFileSync(file, `${JSON.stringify(counts)}\n`)
}

/** Sum of what was appended to the file; null where nothing was. */
export function readCounts(file: string): Counts | null {
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.length === 0 ? null : lines.map((line) => JSON.parse(line) as Counts).reduce(addCounts)
}

/** Counts of a report of Vitest's JSON reporter; a file that could not be loaded counts as one failure. */
export function vitestCounts(json: string): Counts {
  const report = JSON.parse(json) as {
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
    numTodoTests: number
    testResults: { status: string; assertionResults: unknown[] }[]
  }
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** Counts of a report of Playwright's JSON reporter; a test that passed on a second try passed. */
export function playwrightCounts(json: string): Counts {
  const { stats, errors } = JSON.parse(json) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
    errors: unknown[]
  }
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }
}
