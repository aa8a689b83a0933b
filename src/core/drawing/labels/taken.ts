/** The labels that stand already: none may touch another, nor lie on another's leader. */
import type { Rectangle } from '../../../shared/contract/drawings.ts'
import { Cells } from './cells.ts'
import { boxesMeet, lengthWithin } from './geometry.ts'
import type { Box, Candidate, PlacedLabel } from './types.ts'

export class Taken {
  private readonly cells: Cells<Candidate>
  private readonly chosen = new Map<number, Candidate>()

  constructor(plot: Rectangle) {
    this.cells = new Cells(plot)
  }

  of(circle: number): Candidate | null {
    return this.chosen.get(circle) ?? null
  }

  add(candidate: Candidate): void {
    this.chosen.set(candidate.circle, candidate)
    this.cells.add(extent(candidate.label), candidate)
  }

  remove(candidate: Candidate): void {
    this.chosen.delete(candidate.circle)
    this.cells.remove(extent(candidate.label), candidate)
  }

  /** Up to `most` labels of other circles that the candidate would touch. */
  touched(candidate: Candidate, most: number): Candidate[] {
    const found: Candidate[] = []
    for (const other of this.cells.near(extent(candidate.label))) {
      if (other.circle === candidate.circle || !touch(candidate.label, other.label)) continue
      found.push(other)
      if (found.length >= most) break
    }
    return found
  }

  isFree(candidate: Candidate): boolean {
    return this.touched(candidate, 1).length === 0
  }
}

/** The box with its leader. */
function extent({ box, leader }: PlacedLabel): Box {
  if (!leader) return box
  const [x1, y1, x2, y2] = leader
  return [
    Math.min(box[0], x1, x2),
    Math.min(box[1], y1, y2),
    Math.max(box[2], x1, x2),
    Math.max(box[3], y1, y2),
  ]
}

function touch(a: PlacedLabel, b: PlacedLabel): boolean {
  return boxesMeet(a.box, b.box) || crosses(a, b.box) || crosses(b, a.box) || leadersCross(a, b)
}

function crosses({ leader }: PlacedLabel, box: Box): boolean {
  if (!leader) return false
  const [x1, y1, x2, y2] = leader
  return lengthWithin({ x1, y1, x2, y2 }, box) > 0
}

/** Whose leader is it? Two that cross cannot be told apart. */
function leadersCross({ leader: a }: PlacedLabel, { leader: b }: PlacedLabel): boolean {
  if (!a || !b) return false
  const side = (px: number, py: number, [x1, y1, x2, y2]: typeof a) =>
    (x2 - x1) * (py - y1) - (y2 - y1) * (px - x1)
  return (
    side(a[0], a[1], b) > 0 !== side(a[2], a[3], b) > 0 && side(b[0], b[1], a) > 0 !== side(b[2], b[3], a) > 0
  )
}
