/** Subtitle, status line and export offer of the view: what its rows say about themselves. */
import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import type { RankingList } from '../../../../shared/contract/rankings.ts'
import type { Drawn } from '../../../../shared/contract/stability.ts'
import { useSourceSentence } from '../../ui/view/useDatasetStatus.ts'
import { rankingFigures } from '../../stores/export-offers.ts'
import type { TableOffer } from '../../stores/useExport.ts'
import { offerExport } from '../../stores/useExport.ts'
import { useStatusLine } from '../../ui/view/useStatusLine.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { QualifierMark } from '../../../../shared/domain/qualifiers.ts'
import { KNOWN_SCOPES } from '../../../../shared/domain/scopes.ts'
import { qualifierMark } from '../../../../shared/format/qualifiers.ts'
import { regionNote } from '../../../../shared/format/region-note.ts'
import { useDatasets } from '../../stores/datasets.ts'
import type { ColumnSpec } from '../../../../shared/tables/ranking-columns.ts'
import type { Line } from '../../../../shared/screens/lines.ts'
import type { useRankingState } from './useRankingState.ts'

export function useRankingWords(view: {
  list: ComputedRef<RankingList | null>
  state: ReturnType<typeof useRankingState>
  /** How intervals are asked for. */
  bands: ComputedRef<Drawn | undefined>
  columns: ComputedRef<ColumnSpec[]>
  partial: ComputedRef<boolean>
}) {
  const { t, number, pick, language } = useWords()
  const datasets = useDatasets()
  const source = useSourceSentence()

  const subtitle = computed(() => {
    const list = view.list.value
    if (!list) return ''
    const values = { subject: t(`common.subjects.${list.filters.subject}`), year: list.filters.year }
    if (view.partial.value) return t('rankings.subtitle.some', values)
    if (list.index)
      return t('rankings.index.subtitle', {
        ...values,
        n: number(list.total, 0),
        things: t(`rankings.index.things.${list.filters.by}`),
        sort: t(`rankings.sortName.${list.filters.sort}`),
      })
    // In few words: the figure beside says the scope in full.
    const journals = KNOWN_SCOPES.find(({ id }) => id === list.scope)?.journals
    const own = datasets.detail?.scopes.find(({ id }) => id === list.scope)
    const scope = journals
      ? t('rankings.subtitle.journals', { n: journals })
      : own && pick({ en: own.label, zh: own.labelZh })
    return t(list.total === 1 ? 'rankings.subtitle.one' : 'rankings.subtitle.full', {
      ...values,
      n: number(list.total, 0),
      sort: t(`rankings.sortName.${list.filters.sort}`),
      scope: scope ? t('common.clause') + scope : '',
    })
  })

  useStatusLine(() => {
    const list = view.list.value
    const rows = list?.rows ?? []
    const parts = [source()]
    const before = list && datasets.detail?.years.find(({ year }) => year === list.filters.year - 1)
    if (list?.scope && before?.scope && before.scope !== list.scope) {
      parts.push(t('rankings.status.break', { year: before.year }))
    }
    const marks = new Set(
      rows.flatMap((row) => [row.changePctQualifier, ...row.otherChanges.map(({ qualifier }) => qualifier)]),
    )
    const marked = (...of: QualifierMark[]) => [...marks].some((each) => of.includes(qualifierMark(each)))
    if (marked('≈')) parts.push(t('rankings.status.approx'))
    if (marked('>', '<')) parts.push(t('rankings.status.bound'))
    if (rows.some((row) => row.rankQualifier === 'implied')) parts.push(t('rankings.status.implied'))
    const totals = new Set(rows.flatMap((row) => regionNote(row, language.value) ?? []))
    for (const note of totals) parts.push(`* ${note}${t('came.stop')}`)
    return {
      source: parts.join(' '),
      keys: [
        { keys: ['↑', '↓'], does: t('rankings.status.walk') },
        { keys: ['Space'], does: t('rankings.status.tick') },
        { keys: ['Enter'], does: t('rankings.status.open') },
        ...(list?.index
          ? [
              { keys: ['D'], does: t('derivation.key') },
              { keys: ['I'], does: t('stability.key') },
            ]
          : []),
      ],
    }
  })

  offerExport(() => {
    const list = view.list.value
    if (!list) return null
    // A file waits for bands that are still being drawn.
    const input = { ...view.state.input.value, ...(list.index && { bands: view.bands.value }) }
    const highlight = view.state.current.value
    const table: TableOffer = { of: 'rankings', input, columns: view.columns.value.map(({ id }) => id) }
    return {
      table,
      figures: rankingFigures(input, table, highlight),
      finding: list.finding ? pick(list.finding) : null,
    }
  })

  /** Head of a section of a partly published list. */
  function sectionWords(line: Line): string {
    if (line.kind !== 'section') return ''
    if (line.of === 'figure') return t('rankings.section.figure')
    const subject = view.list.value?.filters.subject ?? 'all'
    return subject === 'all'
      ? t('rankings.section.noneAll')
      : t('rankings.section.none', { subject: t(`common.subjectsIn.${subject}`) })
  }

  return { subtitle, sectionWords }
}
