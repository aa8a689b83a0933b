/** Drawings hold the light theme's colours; where the reader's system is dark, a style gives each its dark value. */
import type { FigurePalette, FigureTheme } from '../../../../shared/figures/palette.ts'
import { PALETTES } from '../../../../shared/figures/palette.ts'

/** Values of a palette by the names of its tones. */
function tones(theme: FigureTheme): Map<string, string> {
  const { subjects, subjectTexts, ...plain }: FigurePalette = PALETTES[theme]
  return new Map([
    ...Object.entries(plain),
    ...Object.entries(subjects),
    ...Object.entries(subjectTexts).map(([name, value]): [string, string] => [`${name}-text`, value]),
  ])
}

/** The palette as custom properties: `--ink:#14171a;`. */
export const toneProperties = (theme: FigureTheme): string =>
  [...tones(theme)].map(([name, value]) => `--${name}:${value};`).join('')

/** As `rgba(…)` is written by `svg.ts`. */
const asRgb = (hex: string) =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(',')})`

/** Rules that give the colours of a drawing their dark values: what stands as an attribute gives way to any rule. */
export function darkDrawings(): string {
  const dark = tones('dark')
  const rules = new Map<string, string>()
  for (const [name, value] of tones('light')) {
    const turned = dark.get(name) ?? value
    for (const paint of ['fill', 'stroke'])
      for (const written of [value, asRgb(value)]) {
        const selector = `.fig [${paint}="${written}"]`
        if (!rules.has(selector)) rules.set(selector, `${selector}{${paint}:${turned}}`)
      }
  }
  return [...rules.values()].join('\n')
}
