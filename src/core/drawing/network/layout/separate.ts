import type { Rectangle } from '../../../../shared/contract/drawings.ts'
import { clamp } from './arithmetic.ts'
import { putElsewhere } from './crowded.ts'

const ROUNDS = 300
/** Part of the way back to where a circle came from, in the first round; none from the middle round on. */
const PULL = 0.02
/** So much of a gap may be missing at the end. */
const SLACK = 0.4
/** Circles larger than all but this part are looked at beside every other; the rest by cells of a grid. */
const LARGE = 0.97
const LEAST_CELL = 3

/**
 * Pushes circles apart until none overlap, and into the plot. Of two the smaller moves more, a fixed one never. Where
 * the gaps asked for cannot be had, narrower ones are; only what the fixed circles leave no room for stays crowded.
 * @param gap one a circle; between two the larger counts
 * @param fixed numbers of circles that stay
 */
export function separate(
  xy: Float64Array,
  r: Float64Array,
  { gap, plot, fixed = [] }: { gap: Float64Array; plot: Rectangle; fixed?: readonly number[] },
): Float64Array {
  const stays = new Uint8Array(r.length)
  for (const i of fixed) stays[i] = 1
  let found = xy
  for (const part of [1, 0.5, 0.1]) {
    const narrower = gap.map((value) => value * part)
    const separation = new Separation(found, r, narrower, plot, stays)
    if (separation.run()) return separation.xy
    found = separation.xy
  }
  putElsewhere(found, r, plot, stays)
  return found
}

class Separation {
  readonly xy: Float64Array
  private readonly from: Float64Array
  private readonly r: Float64Array
  private readonly gap: Float64Array
  private readonly plot: Rectangle
  private readonly stays: Uint8Array
  private readonly large: number[] = []
  private readonly small: number[] = []
  private readonly grid: Grid
  private moved = 0

  constructor(xy: Float64Array, r: Float64Array, gap: Float64Array, plot: Rectangle, stays: Uint8Array) {
    this.xy = xy.slice()
    this.from = xy
    this.r = r
    this.gap = gap
    this.plot = plot
    this.stays = stays
    const reach = r.map((radius, i) => radius + gap[i]! / 2)
    const limit = reach.slice().sort()[Math.floor(LARGE * (r.length - 1))] ?? 0
    reach.forEach((value, i) => (value > limit ? this.large : this.small).push(i))
    this.grid = new Grid(plot, Math.max(LEAST_CELL, 2 * limit))
  }

  /** @returns whether all gaps are there */
  run(): boolean {
    for (let round = 0; round < ROUNDS; round++) {
      const pull = round < ROUNDS / 2 ? PULL * (1 - (2 * round) / ROUNDS) : 0
      if (round > 0) this.pullBack(pull)
      this.moved = 0
      this.keepInside()
      this.grid.fill(this.xy, this.small)
      for (const i of this.small) this.grid.visit(this.xy, i, (j) => this.part(i, j))
      this.large.forEach((i, k) => {
        for (const j of this.small) this.part(i, j)
        for (const j of this.large.slice(k + 1)) this.part(i, j)
      })
      if (this.moved === 0) return true
    }
    this.keepInside()
    return false
  }

  private pullBack(pull: number): void {
    const { xy, from, stays } = this
    if (pull === 0) return
    for (let k = 0; k < xy.length; k++) if (!stays[k >> 1]) xy[k]! += pull * (from[k]! - xy[k]!)
  }

  private keepInside(): void {
    const { x, y, width, height } = this.plot
    for (let i = 0; i < this.r.length; i++) {
      if (this.stays[i]) continue
      this.xy[2 * i] = between(this.xy[2 * i]!, this.r[i]!, x, x + width)
      this.xy[2 * i + 1] = between(this.xy[2 * i + 1]!, this.r[i]!, y, y + height)
    }
  }

  private part(i: number, j: number): void {
    const { xy, r, gap, stays } = this
    let dx = xy[2 * j]! - xy[2 * i]!
    let dy = xy[2 * j + 1]! - xy[2 * i + 1]!
    const between = Math.max(gap[i]!, gap[j]!)
    const need = r[i]! + r[j]! + between
    const square = dx * dx + dy * dy
    if (square >= need * need || (stays[i] && stays[j])) return
    let far = Math.sqrt(square)
    if (far < need - SLACK * between) this.moved += 1
    const missing = need - far
    if (far < 1e-6) {
      dx = i % 2 === 0 ? 0.6 : -0.6
      dy = j % 2 === 0 ? 0.8 : -0.8
      far = 1
    }
    const push = (missing * 1.0001 + 1e-9) / far
    const areaI = r[i]! * r[i]!
    const areaJ = r[j]! * r[j]!
    const ofI = stays[i] ? 0 : stays[j] ? 1 : areaJ / (areaI + areaJ)
    const ofJ = 1 - ofI
    this.move(i, -push * ofI, dx, dy)
    this.move(j, push * ofJ, dx, dy)
  }

  /** A circle at a wall slides along it to the middle of the plot, or it would be pushed into the wall for ever. */
  private move(i: number, by: number, dx: number, dy: number): void {
    if (by === 0) return
    const { x, y, width, height } = this.plot
    const radius = this.r[i]!
    const toX = this.xy[2 * i]! + by * dx
    const toY = this.xy[2 * i + 1]! + by * dy
    const insideX = between(toX, radius, x, x + width)
    const insideY = between(toY, radius, y, y + height)
    const stuckX = Math.abs(toX - insideX)
    const stuckY = Math.abs(toY - insideY)
    this.xy[2 * i] = insideX + (stuckY > 0 ? towards(insideX, x + width / 2, stuckY) : 0)
    this.xy[2 * i + 1] = insideY + (stuckX > 0 ? towards(insideY, y + height / 2, stuckX) : 0)
  }
}

function between(value: number, r: number, from: number, to: number): number {
  return to - from < 2 * r ? (from + to) / 2 : clamp(value, from + r, to - r)
}

function towards(value: number, goal: number, by: number): number {
  return clamp(goal - value, -by, by)
}

/** Circles by the cell their centre is in: those of a cell touch only those of the nine cells around. */
class Grid {
  private readonly plot: Rectangle
  private readonly cell: number
  private readonly columns: number
  private readonly rows: number
  private readonly first: Int32Array
  private next: Int32Array = new Int32Array(0)

  constructor(plot: Rectangle, cell: number) {
    this.plot = plot
    this.cell = cell
    this.columns = Math.ceil(plot.width / cell) + 1
    this.rows = Math.ceil(plot.height / cell) + 1
    this.first = new Int32Array(this.columns * this.rows)
  }

  /** @param members in ascending order */
  fill(xy: Float64Array, members: readonly number[]): void {
    if (this.next.length < xy.length / 2) this.next = new Int32Array(xy.length / 2)
    this.first.fill(-1)
    for (let k = members.length - 1; k >= 0; k--) {
      const i = members[k]!
      const at = this.row(xy[2 * i + 1]!) * this.columns + this.column(xy[2 * i]!)
      this.next[i] = this.first[at]!
      this.first[at] = i
    }
  }

  /** Those of a higher number around circle `i`. */
  visit(xy: Float64Array, i: number, meet: (j: number) => void): void {
    const column = this.column(xy[2 * i]!)
    const row = this.row(xy[2 * i + 1]!)
    for (let y = Math.max(0, row - 1); y <= Math.min(this.rows - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(this.columns - 1, column + 1); x++) {
        for (let j = this.first[y * this.columns + x]!; j !== -1; j = this.next[j]!) if (j > i) meet(j)
      }
    }
  }

  private column(x: number): number {
    return clamp(Math.floor((x - this.plot.x) / this.cell), 0, this.columns - 1)
  }

  private row(y: number): number {
    return clamp(Math.floor((y - this.plot.y) / this.cell), 0, this.rows - 1)
  }
}
