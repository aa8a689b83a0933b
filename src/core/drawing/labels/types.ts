import type { DrawnLabel, Rectangle } from '../../../shared/contract/drawings.ts'
import type { Measure } from '../../../shared/figures/text.ts'

export interface Circle {
  x: number
  y: number
  r: number
}

export interface Segment {
  x1: number
  y1: number
  x2: number
  y2: number
}

/** [left, top, right, bottom]. */
export type Box = [number, number, number, number]

export interface LabelText {
  /** What is tried, best first; a line break within a form always breaks the line. */
  forms: readonly string[]
  /** A lighter line under the name. */
  value: string | null
}

export interface LabelRequest {
  circles: readonly Circle[]
  /** One a circle. */
  texts: readonly LabelText[]
  /** Numbers of the circles to be named, the most important first. */
  order: readonly number[]
  /** Lines that a label would rather not cover; `weight` 0 to 1. */
  segments: readonly (Segment & { weight: number })[]
  plot: Rectangle
  reserved?: readonly Rectangle[]
  /** So many of the first are given a place farther off before they are left out. */
  always?: number
  /** Of text, by the number of the circle. */
  sizes: (circle: number) => number
  /** No label is written smaller to find a place: one that finds none is left out. */
  fixed?: boolean
  measure: Measure
}

/** A label without the id of what it names. */
export type PlacedLabel = Omit<DrawnLabel, 'id'>

/** A place that a label could take. */
export interface Candidate {
  circle: number
  label: PlacedLabel
  /** Lower is better. */
  cost: number
}
