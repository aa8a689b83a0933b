/** Numbers that are formed from others, as the views, the lens and the terminal write them. */
import type { FigureForm } from '../domain/figure-forms.ts'
import type { Language } from '../domain/language.ts'
import { translate } from '../i18n/index.ts'
import type { MeasureId } from '../measures/by-id.ts'
import { measureOf } from '../measures/by-id.ts'
import { formatFigure } from './figures.ts'
import { spreadFigure } from './group-words.ts'
import { formatNumber, formatSigned } from './numbers.ts'

/** A difference with its sign, in the measure's own unit. */
export const differenceFigure = (measure: MeasureId, value: number, language: Language): string =>
  formatSigned(value, measureOf(measure).decimals, language)

/** With its sign; from 100 % on without a decimal. */
export const differencePctFigure = (value: number, language: Language): string =>
  `${formatSigned(value, Math.abs(value) < 100 ? 1 : 0, language)} %`

/** A part of a total score: `12.3 %`. */
export const partFigure = (value: number, language: Language): string =>
  translate(language, 'collaborations.percent', { value: formatNumber(value, 1, language) })

/** @param form without it the measure itself */
export function explainedFigure(
  { measure, form }: { measure: MeasureId; form?: FigureForm | undefined },
  value: number,
  language: Language,
): string {
  switch (form) {
    case 'difference':
      return differenceFigure(measure, value, language)
    case 'differencePct':
      return differencePctFigure(value, language)
    case 'part':
    case 'wholePart':
      return partFigure(value, language)
    case 'perArticle':
      return formatNumber(value, 3, language)
    case 'median':
    case 'lower':
    case 'upper':
      return spreadFigure(measure, value, language)
    case 'printed':
    case 'whole':
    case undefined:
      return formatFigure(measure, value, language)
  }
}

/** `Median of Share`; of the measure itself its name; of a reach, with the reach. */
export function explainedName(
  { measure, form, among }: { measure: MeasureId; form?: FigureForm | undefined; among?: string | undefined },
  language: Language,
): string {
  const name = measureOf(measure).name[language]
  if (form === undefined || form === 'printed') return name
  const said = translate(language, `lensForms.${form}`, { measure: name })
  if ((form !== 'whole' && form !== 'wholePart') || among === undefined) return said
  const reach = among === 'unknown' ? 'collaborations.reachUnknown' : `collaborations.reach.${among}`
  return [said, translate(language, reach)].join(translate(language, 'common.clause'))
}
