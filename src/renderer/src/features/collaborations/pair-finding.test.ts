import { expect, test } from 'vitest'
import type { CollaborationRow } from '../../../../shared/contract/collaborations.ts'
import { pairFinding } from './pair-finding.ts'

const pair = (a: string, b: string, score: number | null) =>
  ({
    a,
    b,
    aName: a.toUpperCase(),
    aNameZh: null,
    bName: b.toUpperCase(),
    bNameZh: null,
    score,
  }) as CollaborationRow

test('names the first pair, and who stands in most of the first ten', () => {
  const rows = [pair('x', 'y', 9), pair('x', 'z', 8), pair('w', 'x', 7), pair('y', 'w', 6)]
  expect(pairFinding(rows)).toMatchObject({ first: rows[0], hub: { name: 'X', pairs: 3 }, of: 4 })
})

test('no hub where two stand in as many, or in two pairs alone', () => {
  const even = [pair('x', 'y', 9), pair('x', 'y', 8), pair('x', 'y', 7)]
  expect(pairFinding(even)?.hub).toBeNull()
  expect(pairFinding([pair('x', 'y', 9), pair('x', 'z', 8)])?.hub).toBeNull()
})

test('nothing to say without a score', () => {
  expect(pairFinding([])).toBeNull()
  expect(pairFinding([pair('x', 'y', null)])).toBeNull()
})
