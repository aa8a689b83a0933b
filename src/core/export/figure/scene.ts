/** What a drawing consists of: paths and lines of text in px, in the order in which they were drawn. */
import type { Weight } from '../../../shared/figures/text.ts'

export interface PathItem {
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
  opacity: number
  clip: Clip | null
}

export interface TextItem {
  type: 'text'
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
  opacity: number
  clip: Clip | null
}

/** Nothing outside the path is drawn, nor outside the path around it. */
export interface Clip {
  d: string
  within: Clip | null
}

export type SceneItem = PathItem | TextItem

export interface Scene {
  /** px of 1/96 inch. */
  width: number
  height: number
  items: SceneItem[]
}

/** Numbers in files: three decimals at most, so that two runs write the same digits. */
export function num(value: number): string {
  const text = value.toFixed(3).replace(/\.?0+$/, '')
  return text === '-0' ? '0' : text
}
