/** Sizes that figures are wanted in, and what a size comes to in pixels. */
export const PRESETS = [
  { id: 'slide-full', width: 300, height: 162, dpi: 300 },
  { id: 'slide-half', width: 152, height: 140, dpi: 300 },
  { id: 'a4', width: 170, height: 92, dpi: 300 },
  // 1600 pixels wide at 150 dpi.
  { id: 'screen', width: 270.9, height: 146.1, dpi: 150 },
] as const
export type PresetId = (typeof PRESETS)[number]['id']

export const DPI = [72, 150, 300, 600] as const

/** Millimetres on paper as pixels at a resolution. */
export const pixelsOf = (mm: number, dpi: number): number => Math.round((mm / 25.4) * dpi)

/** Sizes that `exports.figure` takes, in millimetres. */
export const isSize = (width: unknown, height: unknown): boolean =>
  typeof width === 'number' &&
  typeof height === 'number' &&
  width >= 40 &&
  width <= 1000 &&
  height >= 30 &&
  height <= 1000
