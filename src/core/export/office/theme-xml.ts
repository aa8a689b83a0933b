/** The theme of our own decks: the palette's tones in the places that Office knows, and the faces. */
import type { FigureTheme } from '../../../shared/figures/palette.ts'
import { PALETTES } from '../../../shared/figures/palette.ts'
import type { Fonts } from './look.ts'
import { FACES } from './look.ts'
import { el, val } from './xml.ts'

/** Ground of second rank, which no plate uses: for what the reader adds. */
const SECOND_GROUND: Record<FigureTheme, string> = { light: '#eff1f3', dark: '#24292e' }

/** In a dark theme too, `dk1` is the colour of words and `lt1` that of the ground: so no map of colours has to turn them. */
function colours(theme: FigureTheme): [place: string, colour: string][] {
  const { ink, bg, ink2, ink3, data, needle, subjects } = PALETTES[theme]
  return [
    ['dk1', ink],
    ['lt1', bg],
    ['dk2', ink2],
    ['lt2', SECOND_GROUND[theme]],
    ['accent1', data],
    ['accent2', needle],
    ['accent3', subjects.chemistry],
    ['accent4', subjects['physical-sciences']],
    ['accent5', subjects['biological-sciences']],
    ['accent6', subjects['earth-environmental-sciences']],
    ['hlink', ink],
    ['folHlink', ink3],
  ]
}

const PLACEHOLDER_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
const thrice = (xml: string): string => xml.repeat(3)
const NAME = 'Science Cities'

export function themeXml(theme: FigureTheme, fonts: Fonts): string {
  const { latin, ea } = FACES[fonts]
  const face = (tag: string) =>
    el(
      tag,
      {},
      el('a:latin', { typeface: latin }),
      el('a:ea', { typeface: ea }),
      el('a:cs', { typeface: '' }),
      el('a:font', { script: 'Hans', typeface: ea }),
    )
  return el(
    'a:theme',
    { 'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main', name: NAME },
    el(
      'a:themeElements',
      {},
      el(
        'a:clrScheme',
        { name: NAME },
        ...colours(theme).map(([place, colour]) =>
          el(`a:${place}`, {}, val('a:srgbClr', colour.slice(1).toUpperCase())),
        ),
      ),
      el('a:fontScheme', { name: NAME }, face('a:majorFont'), face('a:minorFont')),
      el(
        'a:fmtScheme',
        { name: NAME },
        el('a:fillStyleLst', {}, thrice(PLACEHOLDER_FILL)),
        el('a:lnStyleLst', {}, thrice(el('a:ln', { w: 7620 }, PLACEHOLDER_FILL))),
        el('a:effectStyleLst', {}, thrice('<a:effectStyle><a:effectLst/></a:effectStyle>')),
        el('a:bgFillStyleLst', {}, thrice(PLACEHOLDER_FILL)),
      ),
    ),
  )
}

export const THEME_TYPE = 'application/vnd.openxmlformats-officedocument.theme+xml'
