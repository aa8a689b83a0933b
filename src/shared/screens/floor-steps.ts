/** The values a floor takes: round ones, whether a hand drags it or a key moves it. */

const STEPS = [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9]
const MOST = 1e6

/** Two digits, and none under a tenth; 0 is no floor. */
export function roundFloor(value: number): number {
  if (!(value >= 0.05)) return 0
  return Math.min(MOST, Math.max(0.1, Number(value.toPrecision(2))))
}

/** The value `by` steps further, up or down; from 0 the first is 1, and below that there is none. */
export function stepFloor(value: number, by: number): number {
  let at = value
  for (let left = Math.abs(by); left > 0; left--) at = by > 0 ? above(at) : below(at)
  return at
}

function above(value: number): number {
  if (value < 1) return 1
  const decade = 10 ** Math.floor(Math.log10(value) + 1e-9)
  const next = [...STEPS, 10].find((step) => step * decade > value * (1 + 1e-9)) ?? 10
  return Math.min(MOST, Number((next * decade).toPrecision(3)))
}

function below(value: number): number {
  if (value <= 1) return 0
  const decade = 10 ** Math.floor(Math.log10(value) - 1e-9)
  const next = STEPS.findLast((step) => step * decade < value * (1 - 1e-9)) ?? 1
  return Number((next * decade).toPrecision(3))
}
