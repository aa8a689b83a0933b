/** Words of the lens: what a figure is called, and how its value is written. */
import type { EntityLabel } from '../../../../shared/contract/common.ts'
import type { FigureRef } from '../../../../shared/contract/explained-numbers.ts'
import type { StepKind } from '../../../../shared/contract/derivation.ts'
import { explainedFigure, explainedName } from '../../../../shared/format/explained-figure.ts'
import { measureOf } from '../../../../shared/measures/by-id.ts'
import { useWords } from '../../i18n/useWords.ts'

export function useLensWords() {
  const { t, nameOf, number, signed, language } = useWords()
  /** Of what a part is: an entity, a subject or a year; what none is known of is said so. */
  function partName(by: StepKind, id: string, label: EntityLabel | null): string {
    if (label) return nameOf(label)
    if (id === '-') return t(`lens.nobody.${by}`)
    return by === 'subject' ? t(`common.subjects.${id}`) : id
  }
  const period = ({ from, to }: Pick<FigureRef, 'from' | 'to'>): string =>
    from === to ? String(to) : `${from}–${to}`
  const about = (figure: Pick<FigureRef, 'subject' | 'from' | 'to'>): string =>
    [t(`common.subjects.${figure.subject}`), period(figure)].join(t('common.clause'))
  /** As the views write it; of print with the decimals printed. */
  function valued({
    measure,
    form,
    value,
    decimals,
  }: Pick<FigureRef, 'measure' | 'form'> & { value: number; decimals?: number }): string {
    const declared = measureOf(measure)
    if (form !== undefined || decimals === undefined || decimals === declared.decimals)
      return explainedFigure({ measure, form }, value, language.value)
    return declared.signed ? signed(value, decimals) : number(value, decimals)
  }
  return {
    partName,
    period,
    about,
    valued,
    measureName: (figure: Pick<FigureRef, 'measure' | 'form' | 'among'>) =>
      explainedName(figure, language.value),
  }
}
