/** Short ways to make the items of a scene. */
import type { CircleItem, Clip, PathItem, TextItem } from './scene.ts'
import { num } from './scene.ts'
import type { Rectangle } from '../contract/drawings.ts'
import type { Weight } from './text.ts'

interface PathLook {
  fill?: string | null
  stroke?: string | null
  width?: number
  dash?: number[]
  opacity?: number
  clip?: Clip | null
  key?: string
}

export function path(d: string, look: PathLook): PathItem {
  const { fill = null, stroke = null, width = 1, dash = [], opacity = 1, clip = null, key } = look
  return {
    type: 'path',
    d,
    fill,
    stroke,
    strokeWidth: width,
    dash,
    cap: 'butt',
    join: 'round',
    evenOdd: false,
    opacity,
    clip,
    ...(key === undefined ? {} : { key }),
  }
}

export function line(
  from: readonly [number, number],
  to: readonly [number, number],
  look: PathLook,
): PathItem {
  return path(`M${num(from[0])} ${num(from[1])}L${num(to[0])} ${num(to[1])}`, look)
}

export function box({ x, y, width, height }: Rectangle, look: PathLook): PathItem {
  return path(boxPath({ x, y, width, height }), look)
}

export const boxPath = ({ x, y, width, height }: Rectangle): string =>
  `M${num(x)} ${num(y)}h${num(width)}v${num(height)}h${num(-width)}z`

/** A circle's outline alone. */
export function ring(x: number, y: number, r: number, stroke: string): CircleItem {
  return { type: 'circle', x, y, r, fill: null, stroke, strokeWidth: 1, opacity: 1, clip: null }
}

interface TextLook {
  size: number
  weight: Weight
  fill: string
  /** Colour of a rim behind the letters. */
  halo?: string
  anchor?: TextItem['anchor']
  key?: string
}

export function text(words: string, x: number, y: number, look: TextLook): TextItem {
  const { size, weight, fill, halo = null, anchor = 'start', key } = look
  return {
    type: 'text',
    text: words,
    x,
    y,
    anchor,
    size,
    weight,
    fill,
    stroke: halo,
    strokeWidth: halo === null ? 0 : 2.6,
    turn: null,
    opacity: 1,
    clip: null,
    ...(key === undefined ? {} : { key }),
  }
}
