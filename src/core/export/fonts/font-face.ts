/** Our face inside a picture or a page: rules of CSS with the letters that occur. */
import type { Weight } from '../../../shared/figures/text.ts'
import { FIGURE_FONT } from '../../../shared/figures/text.ts'
import { faceTables } from './faces.ts'
import { subsetFace, writeWoff } from './subset.ts'

/** @param texts what is written in each weight; a weight without text gets no rule. @throws Error where a face cannot be read */
export function fontFaceRules(texts: Partial<Record<Weight, string>>, fontsDir: string): string {
  return ([400, 600] as const)
    .flatMap((weight) => {
      const text = texts[weight] ?? ''
      if (text === '') return []
      const face = writeWoff(subsetFace(faceTables(fontsDir, weight), `${text} `)).toString('base64')
      return [
        `@font-face{font-family:'${FIGURE_FONT}';font-weight:${weight};src:url(data:font/woff;base64,${face}) format('woff')}`,
      ]
    })
    .join('')
}
