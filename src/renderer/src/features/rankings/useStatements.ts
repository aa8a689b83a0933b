/** Printed statements of a city as lines to read: label, value as printed, how exact the source says it is. */
import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import type { Statement } from '../../../../shared/contract/cities.ts'
import { markBefore, useStatementWords } from '../../i18n/useStatementWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useDatasets } from '../../stores/datasets.ts'

export interface SaidLine {
  key: number
  label: string
  remark: string
  /** Null where the source makes the statement without a number. */
  value: string | null
  /** Before the value: how exactly it is printed. */
  mark: string
  /** File and line, for the tooltip. */
  source: string
  said: Statement
}

// These stand in the readout or the table's row already, for the year that is shown.
const IN_READOUT = ['share', 'count', 'region-share-pct', 'rank']

export function useStatements(
  statements: () => readonly Statement[],
  subject: () => string,
  year: () => number,
): ComputedRef<SaidLine[]> {
  const { t } = useWords()
  const datasets = useDatasets()
  const words = useStatementWords()

  const label = (said: Statement): string =>
    [words.label(said), words.pair(said), words.period(said)].filter(Boolean).join(t('common.clause'))
  /** How exact the source says the figure is, and which edition printed it where that is not the one in use. */
  function remark(said: Statement): string {
    const qualifier = said.qualifier === 'exact' ? '' : t(`common.qualifiers.${said.qualifier}`)
    const same = String(said.edition) === datasets.detail?.edition
    return [qualifier, same ? '' : t('rankings.said.edition', { n: said.edition })]
      .filter(Boolean)
      .join(t('common.clause'))
  }
  return computed(() =>
    statements()
      .filter((said) => said.subject === subject())
      .filter((said) => !(IN_READOUT.includes(said.indicator) && said.yearTo === year()))
      .map((said) => ({
        key: said.figureId,
        label: label(said),
        remark: remark(said),
        value: words.value(said),
        mark: words.value(said) === '' ? '' : markBefore(said.qualifier),
        source: `${said.source.file}:${said.source.line}`,
        said,
      })),
  )
}
