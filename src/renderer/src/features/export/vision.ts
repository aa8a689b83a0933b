/** How a picture is seen without one kind of cone or without colour, and whether its marks still tell apart in grey. */
import type { Vision } from './sheet-form.ts'

/**
 * Values of `feColorMatrix` in linear light: Machado, Oliveira and Fernandes (2009), severity 1; grey by the weights of
 * luminance of sRGB.
 */
const ROWS: Record<Exclude<Vision, 'all'>, readonly (readonly [number, number, number])[]> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  grey: [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
}

export const matrixOf = (vision: Exclude<Vision, 'all'>): string =>
  [...ROWS[vision].map((row) => [...row, 0, 0]), [0, 0, 0, 1, 0]].flat().join(' ')

type Rgb = readonly [number, number, number]

export function readColour(text: string): Rgb | null {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text)
  if (hex) return [1, 2, 3].map((i) => parseInt(hex[i]!, 16)) as unknown as Rgb
  const rgb = /^rgb\((\d+),\s*(\d+),\s*(\d+)\)$/.exec(text)
  return rgb ? ([1, 2, 3].map((i) => Number(rgb[i])) as unknown as Rgb) : null
}

const linear = (value: number) => {
  const part = value / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
/** Lightness L* of CIELAB, 0 to 100. */
export function lightness([r, g, b]: Rgb): number {
  const y = 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
  return y > 216 / 24389 ? 116 * Math.cbrt(y) - 16 : (y * 24389) / 27
}

const HUED = 24
const isHued = ([r, g, b]: Rgb) => Math.max(r, g, b) - Math.min(r, g, b) > HUED
/** Steps of lightness that two areas side by side are told apart by. */
const LEAST_STEP = 8

/** Whether all hues of the marks differ in lightness from each other. @param fills of bars, dots and lines, not of text */
export function readsInGrey(fills: readonly string[]): boolean {
  const hues = [...new Set(fills)].map(readColour).filter((colour) => colour !== null && isHued(colour))
  const steps = hues.map((colour) => lightness(colour!)).sort((a, b) => a - b)
  return steps.every((value, i) => i === 0 || value - steps[i - 1]! >= LEAST_STEP)
}

/** Fills and strokes of a picture's marks, without its words. */
export function markColours(root: Element): string[] {
  const marks = [...root.querySelectorAll('path, circle, rect, line')]
  return marks.flatMap((mark) =>
    [mark.getAttribute('fill'), mark.getAttribute('stroke')].filter((colour) => colour !== null),
  )
}
