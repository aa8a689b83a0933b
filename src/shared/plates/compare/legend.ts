/** Which letter is which city: beside the subtitle, or on a line of its own where it finds no room there. */
import { label } from '../label.ts'
import type { Room } from '../frame.ts'
import type { Part } from '../parts.ts'
import type { PlateOptions, PlateWords } from '../plate.ts'
import { fitNames } from '../../figures/telling-cut.ts'
import { LETTER_SIDE } from './panel-marks.ts'
import type { CompareSpec } from './spec.ts'

/** From the frame's top up to the subtitle's baseline, as a part of the subtitle's size. */
const SUBTITLE_RISE = 1.2

export interface LegendLine {
  parts: Part[]
  /** Whether it takes the first line of the frame. */
  inFrame: boolean
}

export function legendLine(
  spec: CompareSpec,
  words: PlateWords,
  { frame, type }: Room,
  options: PlateOptions,
): LegendLine {
  const { measure, mark } = options
  const size = type.label
  const side = size * LETTER_SIDE
  const bold = (text: string) => measure(text, size, 600)
  const entry = (name: string) => side + size * 0.5 + bold(name)
  const between = size * 1.4
  const width =
    spec.cities.reduce((sum, { name }) => sum + entry(name), 0) + between * (spec.cities.length - 1)
  const said = measure(words.subtitle, type.subtitle, 400)
  const marked = mark === null ? 0 : measure(mark, type.label, 400) + size * 2.4
  const beside = frame.x + said + size * 2.4
  const inFrame = beside + width > frame.x + frame.width - marked
  // A line too long has shorter names.
  const most = inFrame
    ? (frame.width - between * (spec.cities.length - 1)) / spec.cities.length - side - size * 0.5
    : Infinity
  let x = inFrame ? frame.x : beside
  const y = inFrame ? frame.y + size * 0.4 : frame.y - type.subtitle * SUBTITLE_RISE
  const names = spec.cities.map(({ name }) => name)
  const shortened = inFrame && width > frame.width ? fitNames(names, most, bold) : names
  const parts = spec.cities.flatMap(({ letter, look }, c): Part[] => {
    const shown = shortened[c] ?? ''
    const at = x
    x += entry(shown) + between
    return [
      { kind: 'badge', x: at + side / 2, y: y - size * 0.35, letter, side, size, tone: look.badge },
      label(shown, at + side + size * 0.5, y, size, { tone: look.badge, weight: 600 }),
    ]
  })
  return { parts, inFrame }
}
