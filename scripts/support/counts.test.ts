import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  COUNTS_VARIABLE,
  countsText,
  playwrightCounts,
  readCounts,
  reportCounts,
  vitestCounts,
} from './counts.ts'

it('tells skipped tests only where there are any', () => {
  expect(countsText({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
  expect(countsText({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped')
})

it('sums what suites hand over, and tells nothing from none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'science-cities-counts-'))
  try {
    const file = join(folder, 'counts')
    expect(readCounts(file)).toBeNull()
    reportCounts({ passed: 1, failed: 0, skipped: 2 }, { [COUNTS_VARIABLE]: file })
    reportCounts({ passed: 3, failed: 4, skipped: 0 }, { [COUNTS_VARIABLE]: file })
    reportCounts({ passed: 100, failed: 0, skipped: 0 }, {})
    expect(readCounts(file)).toEqual({ passed: 4, failed: 4, skipped: 2 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

it('counts a test file that could not be loaded as a failure', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}] },
    ],
  }
  expect(vitestCounts(JSON.stringify(report))).toEqual({ passed: 5, failed: 2, skipped: 3 })
})

it('counts the journeys, and errors outside of them', () => {
  const report = {
    stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 },
    errors: [{ message: 'no browser' }],
  }
  expect(playwrightCounts(JSON.stringify(report))).toEqual({ passed: 8, failed: 2, skipped: 2 })
})
