/** A grid over the figure that finds what lies near a box. */
import type { Rectangle } from '../../../shared/contract/drawings.ts'
import type { Box, Segment } from './types.ts'

const SIZE = 40

export class Cells<T> {
  private readonly cells = new Map<number, T[]>()
  private readonly columns: number
  private readonly left: number
  private readonly top: number

  constructor({ x, y, width }: Rectangle) {
    this.left = x - SIZE
    this.top = y - SIZE
    this.columns = Math.ceil(width / SIZE) + 4
  }

  add(box: Box, value: T): void {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key)
      if (cell) cell.push(value)
      else this.cells.set(key, [value])
    }
  }

  /** Along a segment: only the cells that it may pass. */
  addAlong({ x1, y1, x2, y2 }: Segment, value: T): void {
    const steps = Math.max(1, Math.ceil((Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1)) / SIZE) * 2))
    const met = new Set<number>()
    for (let step = 0; step <= steps; step++) {
      const [x, y] = [x1 + ((x2 - x1) * step) / steps, y1 + ((y2 - y1) * step) / steps]
      // A corner may be cut between two steps: the cells around are taken as well where the point is near them.
      const near = SIZE / 4
      for (const key of this.keys([x - near, y - near, x + near, y + near])) met.add(key)
    }
    for (const key of met) {
      const cell = this.cells.get(key)
      if (cell) cell.push(value)
      else this.cells.set(key, [value])
    }
  }

  remove(box: Box, value: T): void {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key)
      const at = cell?.indexOf(value) ?? -1
      if (at >= 0) cell?.splice(at, 1)
    }
  }

  /** What was added near the box, in the order of adding within a cell; each once. */
  near(box: Box): Set<T> {
    const found = new Set<T>()
    for (const key of this.keys(box)) for (const value of this.cells.get(key) ?? []) found.add(value)
    return found
  }

  private keys(box: Box): number[] {
    const keys: number[] = []
    const [from, to] = [Math.floor((box[0] - this.left) / SIZE), Math.floor((box[2] - this.left) / SIZE)]
    const [first, last] = [Math.floor((box[1] - this.top) / SIZE), Math.floor((box[3] - this.top) / SIZE)]
    for (let row = first; row <= last; row++)
      for (let column = from; column <= to; column++) keys.push(row * this.columns + column)
    return keys
  }
}
