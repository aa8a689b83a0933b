/** What labels are placed among, and what a place costs: impossible over circles, dearer over lines. */
import { Cells } from './cells.ts'
import { boxesMeet, circleMeetsBox, circlesMeet, lengthWithin, segmentMeetsCircle } from './geometry.ts'
import type { Box, LabelRequest, Segment } from './types.ts'

/** Lines beyond these, the weakest, are too pale to mind. */
const MOST_SEGMENTS = 1500
/** Between a label and a circle, and between a label and the frame. */
const AIR = 0.75
const FRAME = 2

export class Surroundings {
  private readonly request: LabelRequest
  private readonly circles: Cells<number>
  private readonly lines: Cells<LabelRequest['segments'][number]>

  constructor(request: LabelRequest) {
    this.request = request
    this.circles = new Cells(request.plot)
    this.lines = new Cells(request.plot)
    request.circles.forEach(({ x, y, r }, at) => this.circles.add([x - r, y - r, x + r, y + r], at))
    const heaviest = request.segments
      .map((segment, at) => ({ segment, at }))
      .sort((a, b) => b.segment.weight - a.segment.weight || a.at - b.at)
      .slice(0, MOST_SEGMENTS)
    for (const { segment } of heaviest) this.lines.addAlong(segment, segment)
  }

  /** Infinity where the box cannot stand there; else what it covers of lines. @param within circle it may lie in */
  cost(box: Box, within: number | null): number {
    const { plot, reserved = [], circles } = this.request
    if (box[0] < plot.x + FRAME || box[2] > plot.x + plot.width - FRAME) return Infinity
    if (box[1] < plot.y + FRAME || box[3] > plot.y + plot.height - FRAME) return Infinity
    for (const { x, y, width, height } of reserved)
      if (boxesMeet(box, [x, y, x + width, y + height])) return Infinity
    for (const at of this.circles.near(grown(box, AIR)))
      if (at !== within && circleMeetsBox(circles[at]!, box, AIR)) return Infinity
    let covered = 0
    for (const segment of this.lines.near(box))
      covered += (lengthWithin(segment, box) / 60) * (0.25 + segment.weight)
    return covered
  }

  /** Circles that a leader runs over; those that overlap its own cannot be avoided and do not count. */
  circlesUnder(leader: Segment, own: number): number {
    const { circles } = this.request
    const box: Box = [
      Math.min(leader.x1, leader.x2) - 1,
      Math.min(leader.y1, leader.y2) - 1,
      Math.max(leader.x1, leader.x2) + 1,
      Math.max(leader.y1, leader.y2) + 1,
    ]
    let under = 0
    for (const at of this.circles.near(box)) {
      if (at === own || !segmentMeetsCircle(leader, circles[at]!, AIR)) continue
      if (!circlesMeet(circles[at]!, circles[own]!)) under += 1
    }
    return under
  }
}

const grown = ([left, top, right, bottom]: Box, by: number): Box => [
  left - by,
  top - by,
  right + by,
  bottom + by,
]
