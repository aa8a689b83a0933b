/** How test suites tell their counts to `npm test`, which sums them. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'

export interface Counts {
  passed: number
  failed: number
  skipped: number
  /** What failed, a line each: file, test and the first line of its reason. */
  failures?: string[]
}

/** Names the file to which a suite appends its counts, one JSON object a line. */
export const COUNTS_VARIABLE = 'SCIENCE_CITIES_TEST_COUNTS'

export const noCounts = (): Counts => ({ passed: 0, failed: 0, skipped: 0 })

const withFailures = (counts: Counts, failures: string[]): Counts =>
  failures.length > 0 ? { ...counts, failures } : counts

export function addCounts(a: Counts, b: Counts): Counts {
  return withFailures(
    { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped },
    [...(a.failures ?? []), ...(b.failures ?? [])],
  )
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

/** First line of a message without the colours of a terminal. */
function firstLine(message: string | undefined): string {
  return stripVTControlCharacters(message ?? '')
    .split('\n')[0]!
    .trim()
}

/** Counts of a report of Vitest's JSON reporter; a file that could not be loaded counts as one failure. */
export function vitestCounts(json: string): Counts {
  const report = JSON.parse(json) as {
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
    numTodoTests: number
    testResults: {
      name: string
      status: string
      message?: string
      assertionResults: { status: string; fullName: string; failureMessages?: string[] }[]
    }[]
  }
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  const failed = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map((test) => `${name} > ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`),
  )
  return withFailures(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded.length,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    [...failed, ...unloaded.map(({ name, message }) => `${name}: ${firstLine(message)}`)],
  )
}

interface JourneySuite {
  suites?: JourneySuite[]
  specs?: {
    title: string
    file: string
    tests: { status: string; results: { error?: { message?: string } }[] }[]
  }[]
}

/** What failed in a suite of journeys and in those within it. */
function journeyFailures({ suites = [], specs = [] }: JourneySuite): string[] {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected')
      .map(({ results }) => `${file} > ${title}: ${firstLine(results.at(-1)?.error?.message)}`),
  )
  return [...own, ...suites.flatMap(journeyFailures)]
}

/** Counts of a report of Playwright's JSON reporter; a test that passed on a second try passed. */
export function playwrightCounts(json: string): Counts {
  const { stats, errors, suites } = JSON.parse(json) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
    errors: { message?: string }[]
    suites: JourneySuite[]
  }
  return withFailures(
    {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      skipped: stats.skipped,
    },
    [...suites.flatMap(journeyFailures), ...errors.map(({ message }) => firstLine(message))],
  )
}
