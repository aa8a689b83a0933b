/** Cosine and sine of a quarter turn, an eighth, …: each halved by the half-angle formulas, with square roots alone. */
const HALVINGS = 48
const cosines: number[] = []
const sines: number[] = []
for (let k = 0, cosine = 0, sine = 1; k < HALVINGS; k++) {
  cosines.push(cosine)
  sines.push(sine)
  const half = Math.sqrt((1 + cosine) / 2)
  sine = sine / (2 * half)
  cosine = half
}

/**
 * The point of the unit circle at a part of a turn, from the top (0, −1) clockwise as y grows downwards; exact to
 * about 1e-14.
 * @param turn any number; whole turns do not matter
 */
export function pointOnCircle(turn: number): { x: number; y: number } {
  let rest = (turn - Math.floor(turn)) * 4
  let x = 0
  let y = -1
  for (let quarter = Math.floor(rest); quarter > 0; quarter--) [x, y] = [-y, x]
  rest -= Math.floor(rest)
  for (let k = 1; k < HALVINGS && rest > 0; k++) {
    rest *= 2
    if (rest < 1) continue
    rest -= 1
    const turned = x * cosines[k]! - y * sines[k]!
    y = x * sines[k]! + y * cosines[k]!
    x = turned
  }
  return { x, y }
}
