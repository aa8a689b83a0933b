/** Colours of groups against all that they could be taken for; OKLab and the formulas are written here apart. */
import { describe, expect, it } from 'vitest'
import { PALETTES } from '../palette.ts'
import { GROUP_COLOURS } from './paint.ts'

type Triple = [number, number, number]

const linear = (hex: string): Triple => {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}
const luminance = ([r, g, b]: Triple) => 0.2126 * r + 0.7152 * g + 0.0722 * b
const contrast = (one: string, other: string) => {
  const [a, b] = [luminance(linear(one)), luminance(linear(other))]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}
function lab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
/** As without the cones for green (Machado, Oliveira and Fernandes, 2009, full severity). */
const withoutGreen = ([r, g, b]: Triple): Triple => [
  Math.max(0, 0.367322 * r + 0.860646 * g - 0.227968 * b),
  Math.max(0, 0.280085 * r + 0.672501 * g + 0.047413 * b),
  Math.max(0, -0.01182 * r + 0.04294 * g + 0.968881 * b),
]
const apart = (one: string, other: string, seen = (colour: Triple) => colour) => {
  const [a, b] = [lab(seen(linear(one))), lab(seen(linear(other)))]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}

describe.each(['light', 'dark'] as const)('the colours of groups, %s', (theme) => {
  const { bg, needle, subjects, data, data2 } = PALETTES[theme]
  const colours = GROUP_COLOURS[theme]

  it('stand out from the ground', () => {
    for (const colour of colours) expect(contrast(colour, bg), colour).toBeGreaterThanOrEqual(3)
  })
  it('are none of the subjects, not the needle, and not grey', () => {
    for (const colour of colours)
      for (const other of [needle, ...Object.values(subjects), data, data2])
        expect(apart(colour, other), `${colour} ${other}`).toBeGreaterThan(0.085)
  })
  it('are told apart, also by those who see no green', () => {
    expect(new Set(colours).size).toBe(7)
    colours.forEach((one, i) =>
      colours.slice(i + 1).forEach((other) => {
        expect(apart(one, other), `${one} ${other}`).toBeGreaterThan(0.14)
        expect(apart(one, other, withoutGreen), `${one} ${other}`).toBeGreaterThan(0.085)
      }),
    )
  })
})
