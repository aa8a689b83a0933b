import { expect, it } from 'vitest'
import { AppError } from '../../../shared/contract/errors.ts'
import { createWritable } from '../../db/open.ts'
import { resultFile } from '../steps/results.ts'
import { storePairs } from './load-results.ts'

/** Pairs 1–2 and 1–3 of 2023; scores of the pairs named. */
function stored(scored: readonly number[]) {
  const db = createWritable(':memory:')
  db.exec(`CREATE TEMP TABLE given_pairs (kind, subject, year, a, b, articles);
    CREATE TEMP TABLE given_scores (kind, subject, year, a, b, denominator, parts);
    INSERT INTO given_pairs VALUES (0, 0, 2023, 1, 2, 4), (0, 0, 2023, 1, 3, 1)`)
  const score = db.prepare('INSERT INTO given_scores VALUES (0, 0, 2023, 1, ?, 2, 1)')
  for (const b of scored) score.run(b)
  try {
    storePairs(db, () => {}, resultFile)
    return db.prepare('SELECT b, articles FROM plan_pairs ORDER BY b').raw().all()
  } finally {
    db.close()
  }
}

it('stores pairs that have their scores, and no other', () => {
  expect(stored([2, 3])).toEqual([
    [2, 4],
    [3, 1],
  ])
})

it.each([
  ['a pair has no score', [2], 'scores'],
  ['a score has no pair', [2, 3, 4], 'pairs'],
])('refuses results in which %s', (_, scored, table) => {
  const refused = (() => {
    try {
      return stored(scored)
    } catch (error) {
      return error
    }
  })()
  expect(refused).toBeInstanceOf(AppError)
  expect(JSON.stringify((refused as AppError).details)).toMatch(new RegExp(`${table}.*plan-pairs`))
})
