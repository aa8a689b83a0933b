/**
 * Only + − × ÷ and the square root may touch a coordinate: IEEE 754 fixes their last bit, whereas sine, power and
 * logarithm differ between engines, and one wrong bit would move whole figures.
 */

/** x^(1/k) for x from 0 to 1 and a whole k, by bisection. */
export function nthRoot(x: number, k: number): number {
  let low = 0
  let high = 1
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    let power = 1
    for (let j = 0; j < k; j++) power *= middle
    if (power < x) low = middle
    else high = middle
  }
  return (low + high) / 2
}

export function distance(dx: number, dy: number): number {
  return Math.sqrt(dx * dx + dy * dy)
}

export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value
}
