/** Collects a canvas path as SVG path data, each point moved by the transformation that holds when it is added. */
import { num } from '../../../shared/figures/scene.ts'

export type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** The transformation that does `second` first and then `first`, as a canvas multiplies. */
export function multiply(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first
  const [g, h, i, j, k, l] = second
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Mean factor by which lengths grow. */
export const scaleOf = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c))

export class RecordingPath {
  private parts: string[] = []
  private open = false

  get d(): string {
    return this.parts.join('')
  }

  get empty(): boolean {
    return this.parts.length === 0
  }

  add(command: 'M' | 'L' | 'Q' | 'C', matrix: Matrix, ...coordinates: number[]): void {
    const [a, b, c, d, e, f] = matrix
    const moved: string[] = []
    for (let i = 0; i + 1 < coordinates.length; i += 2) {
      const [x, y] = [coordinates[i] ?? 0, coordinates[i + 1] ?? 0]
      if (!Number.isFinite(x) || !Number.isFinite(y)) return // as a canvas ignores it
      moved.push(`${num(a * x + c * y + e)} ${num(b * x + d * y + f)}`)
    }
    // A canvas lets a path begin with a line: it begins at the line's end.
    const name = this.open || command === 'M' ? command : 'M'
    this.parts.push(name === command ? `${command}${moved.join(' ')}` : `M${moved.at(-1) ?? ''}`)
    this.open = true
  }

  close(): void {
    if (this.open) this.parts.push('Z')
  }

  rect(matrix: Matrix, x: number, y: number, width: number, height: number): void {
    this.add('M', matrix, x, y)
    this.add('L', matrix, x + width, y)
    this.add('L', matrix, x + width, y + height)
    this.add('L', matrix, x, y + height)
    this.close()
  }

  /** An arc of an ellipse in pieces of at most a quarter, each a cubic curve. */
  ellipse(
    matrix: Matrix,
    arc: {
      x: number
      y: number
      rx: number
      ry: number
      turn: number
      start: number
      end: number
      backwards: boolean
    },
  ): void {
    const { x, y, rx, ry, turn, start, end, backwards } = arc
    const full = 2 * Math.PI
    let sweep = end - start
    if (backwards) sweep = sweep <= -full ? -full : -(((-sweep % full) + full) % full)
    else sweep = sweep >= full ? full : ((sweep % full) + full) % full
    const local = multiply(multiply(matrix, [1, 0, 0, 1, x, y]), [
      Math.cos(turn),
      Math.sin(turn),
      -Math.sin(turn),
      Math.cos(turn),
      0,
      0,
    ])
    const pieces = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9))
    const step = sweep / pieces
    const handle = (4 / 3) * Math.tan(step / 4)
    const at = (angle: number): [number, number] => [rx * Math.cos(angle), ry * Math.sin(angle)]
    this.add(this.open ? 'L' : 'M', local, ...at(start))
    for (let i = 0; i < pieces; i++) {
      const [from, to] = [start + i * step, start + (i + 1) * step]
      const [[x0, y0], [x1, y1]] = [at(from), at(to)]
      const first = [x0 - handle * rx * Math.sin(from), y0 + handle * ry * Math.cos(from)]
      const second = [x1 + handle * rx * Math.sin(to), y1 - handle * ry * Math.cos(to)]
      this.add('C', local, ...first, ...second, x1, y1)
    }
  }
}
