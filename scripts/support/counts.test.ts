import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  addCounts,
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

it('counts a test file that could not be loaded as a failure, and names what failed', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { name: 'a.test.ts', status: 'failed', message: 'No such module\nat line 1', assertionResults: [] },
      {
        name: 'b.test.ts',
        status: 'failed',
        assertionResults: [
          {
            status: 'failed',
            fullName: 'adds up',
            failureMessages: ['\u001b[31mexpected 1 to be 2\u001b[39m\nat b'],
          },
        ],
      },
      { name: 'c.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'holds' }] },
    ],
  }
  expect(vitestCounts(JSON.stringify(report))).toEqual({
    passed: 5,
    failed: 2,
    skipped: 3,
    failures: ['b.test.ts > adds up: expected 1 to be 2', 'a.test.ts: No such module'],
  })
})

it('counts the journeys and errors outside of them, and names what failed', () => {
  const tests = (status: string, message?: string) => [{ status, results: [{ error: { message } }] }]
  const report = {
    stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 2 },
    errors: [{ message: 'no browser' }],
    suites: [
      {
        title: 'a.spec.ts',
        specs: [{ title: 'opens', file: 'a.spec.ts', tests: tests('flaky', 'once') }],
        suites: [
          {
            title: 'by touch',
            specs: [{ title: 'drags', file: 'a.spec.ts', tests: tests('unexpected', 'no row\nat 3') }],
          },
        ],
      },
    ],
  }
  expect(playwrightCounts(JSON.stringify(report))).toEqual({
    passed: 8,
    failed: 2,
    skipped: 2,
    failures: ['a.spec.ts > drags: no row', 'no browser'],
  })
})

it('sums the names of what failed', () => {
  const one = { passed: 0, failed: 1, skipped: 0 }
  expect(addCounts({ ...one, failures: ['a'] }, { ...one, failures: ['b'] }).failures).toEqual(['a', 'b'])
})
