/**
 * One of the ways a figure can be turned and mirrored: its long axis lies horizontal, and the node of the largest
 * Share (node 0) stands to the upper left.
 */
export function orient(xy: Float64Array): Float64Array {
  const n = xy.length / 2
  let meanX = 0
  let meanY = 0
  for (let i = 0; i < n; i++) {
    meanX += xy[2 * i]! / n
    meanY += xy[2 * i + 1]! / n
  }
  const axis = longAxis(xy, meanX, meanY)
  const turned = new Float64Array(2 * n)
  for (let i = 0; i < n; i++) {
    const x = xy[2 * i]! - meanX
    const y = xy[2 * i + 1]! - meanY
    turned[2 * i] = x * axis.x + y * axis.y
    turned[2 * i + 1] = y * axis.x - x * axis.y
  }
  const flipX = turned[0]! > 0 ? -1 : 1
  const flipY = turned[1]! > 0 ? -1 : 1
  return turned.map((value, k) => value * (k % 2 === 0 ? flipX : flipY))
}

/** The leading eigenvector of the 2 × 2 matrix of moments, of length 1; horizontal where all directions are equal. */
function longAxis(xy: Float64Array, meanX: number, meanY: number): { x: number; y: number } {
  let xx = 0
  let xyMoment = 0
  let yy = 0
  for (let i = 0; i < xy.length / 2; i++) {
    const x = xy[2 * i]! - meanX
    const y = xy[2 * i + 1]! - meanY
    xx += x * x
    xyMoment += x * y
    yy += y * y
  }
  const half = (xx - yy) / 2
  const root = Math.sqrt(half * half + xyMoment * xyMoment)
  if (root <= 1e-9 * (xx + yy)) return { x: 1, y: 0 }
  // Of two forms of the same vector the one in which nothing cancels out.
  const x = half >= 0 ? root + half : xyMoment
  const y = half >= 0 ? xyMoment : root - half
  const length = Math.sqrt(x * x + y * y)
  return { x: x / length, y: y / length }
}
