import { expect, test } from 'vitest'
import { nextPoint } from './plate-points.ts'

/** Two lines over three years, the second without the middle one; then a second panel. */
const POINTS = [
  { line: 0, place: 0 },
  { line: 0, place: 1 },
  { line: 0, place: 2 },
  { line: 1, place: 0 },
  { line: 1, place: 2 },
  { line: 0, place: 100 },
]

test.each([
  [0, 'ArrowRight', 1],
  [3, 'ArrowRight', 4], // over the year without a value
  [2, 'ArrowRight', 5], // into the next panel
  [5, 'ArrowLeft', 2],
  [0, 'ArrowDown', 3],
  [4, 'ArrowUp', 2],
  [1, 'ArrowDown', 1], // nothing there
  [0, 'ArrowLeft', 0],
])('from %i by %s to %i', (from, key, to) => expect(nextPoint(POINTS, from, key)).toBe(to))

test('other keys are the page’s', () => expect(nextPoint(POINTS, 0, 'd')).toBeNull())
