import type { Pivots } from './pivots.ts'
import { seededRandom } from './random.ts'

const STEPS = 100
/** How far a pivot is thought to be from what it does not reach, of the farthest it does. */
const APART = 1.3

/**
 * A first arrangement from distances to pivots: classical scaling of the double-centred squared distances, by power
 * iteration (Brandes and Pich 2007). Nodes without distances fall together.
 */
export function pivotMds(pivots: Pivots, n: number): Float64Array {
  const k = pivots.nodes.length
  const centred = centredSquares(pivots, n, k)
  const square = new Float64Array(k * k)
  for (let i = 0; i < n; i++) {
    for (let a = 0; a < k; a++) {
      const value = centred[i * k + a]!
      for (let b = a; b < k; b++) square[a * k + b]! += value * centred[i * k + b]!
    }
  }
  for (let a = 0; a < k; a++) for (let b = 0; b < a; b++) square[a * k + b] = square[b * k + a]!
  const first = leading(square, k, null, 7)
  const axes = [first, leading(square, k, first, 11)]
  const xy = new Float64Array(2 * n)
  axes.forEach((axis, side) => {
    for (let i = 0; i < n; i++) {
      let sum = 0
      for (let a = 0; a < k; a++) sum += centred[i * k + a]! * axis[a]!
      xy[2 * i + side] = sum
    }
  })
  return xy
}

function centredSquares({ distances, farthest }: Pivots, n: number, k: number): Float64Array {
  const values = new Float64Array(n * k)
  const columns = new Float64Array(k)
  let total = 0
  for (let i = 0; i < n; i++) {
    let row = 0
    for (let j = 0; j < k; j++) {
      const far = distances[j]![i]!
      const used = far < Infinity ? far : APART * farthest
      const value = -0.5 * used * used
      values[i * k + j] = value
      row += value
      columns[j]! += value
    }
    total += row
    for (let j = 0; j < k; j++) values[i * k + j]! -= row / k
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < k; j++) values[i * k + j]! += total / (n * k) - columns[j]! / n
  }
  return values
}

/** The leading eigenvector of a symmetric k × k matrix, orthogonal to `other`; of a zero matrix some vector. */
function leading(square: Float64Array, k: number, other: Float64Array | null, seed: number): Float64Array {
  const random = seededRandom(seed)
  let vector = Float64Array.from({ length: k }, () => random() - 0.5)
  for (let step = 0; step < STEPS; step++) {
    const next = new Float64Array(k)
    for (let a = 0; a < k; a++) {
      let sum = 0
      for (let b = 0; b < k; b++) sum += square[a * k + b]! * vector[b]!
      next[a] = sum
    }
    if (other) {
      const along = dot(next, other)
      for (let a = 0; a < k; a++) next[a]! -= along * other[a]!
    }
    const norm = Math.sqrt(dot(next, next))
    if (!(norm > 1e-12)) break
    vector = next.map((value) => value / norm)
  }
  return vector
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
