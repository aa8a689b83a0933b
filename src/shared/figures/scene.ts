/** What a drawing consists of: shapes and lines of text in px (or figure units), in the order in which they are drawn. */
import type { Weight } from './text.ts'

interface Item {
  opacity: number
  clip: Clip | null
  /** What the item shows, e.g. the id of a city: found again in files as `data-id`. */
  key?: string
}

export interface PathItem extends Item {
  type: 'path'
  /** SVG path data. */
  d: string
  fill: string | null
  stroke: string | null
  strokeWidth: number
  dash: number[]
  cap: string
  join: string
  evenOdd: boolean
}

export interface TextItem extends Item {
  type: 'text'
  /** All that is said, in one line; where `lines` are given they are drawn. */
  text: string
  /** Of the anchor on the baseline. */
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  size: number
  weight: Weight
  fill: string | null
  /** A rim drawn behind the letters. */
  stroke: string | null
  strokeWidth: number
  /** Linear part of the transformation where text is turned or stretched, else null. */
  turn: [a: number, b: number, c: number, d: number] | null
  /** The same text broken into lines, from the top. */
  lines?: TextLine[]
}

export interface TextLine {
  text: string
  /** Of the baseline. */
  y: number
  fill: string | null
  weight: Weight
}

/** A rim (`stroke`) lies behind the fill, half of its width outside, so that the fill keeps its area. */
export interface CircleItem extends Item {
  type: 'circle'
  x: number
  y: number
  r: number
  fill: string | null
  stroke: string | null
  strokeWidth: number
}

export interface LineItem extends Item {
  type: 'line'
  x1: number
  y1: number
  x2: number
  y2: number
  stroke: string
  strokeWidth: number
  cap: 'butt' | 'round'
}

/** Nothing outside the path is drawn, nor outside the path around it. */
export interface Clip {
  d: string
  within: Clip | null
}

export type SceneItem = PathItem | TextItem | CircleItem | LineItem

export interface Scene {
  /** px of 1/96 inch, or figure units. */
  width: number
  height: number
  items: SceneItem[]
}

/** Numbers in files: three decimals at most, so that two runs write the same digits. */
export function num(value: number): string {
  const text = value.toFixed(3).replace(/\.?0+$/, '')
  return text === '-0' ? '0' : text
}

/** The lines of a text as they are drawn, top first. */
export function linesOf(item: TextItem): TextLine[] {
  return item.lines ?? [{ text: item.text, y: item.y, fill: item.fill, weight: item.weight }]
}

// Hebrew, Arabic and their presentation forms; the first strong character decides, as in the bidirectional algorithm.
const STRONG = /[A-Za-z\u00aa-\u02b8\u0370-\u058f\u0590-\u08ff\u0900-\u1fff\u2e80-\uffdc]/u
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u

/** Whether a line is written from right to left. Such lines are anchored at their middle, which needs no direction. */
export function isRightToLeft(text: string): boolean {
  const first = STRONG.exec(text)?.[0]
  return first !== undefined && RIGHT_TO_LEFT.test(first)
}
