/** How the Collaborations view says what it shows: a subtitle, and the finding. */
import { computed } from 'vue'
import type { CollaborationList, CollaborationRow } from '../../../../shared/contract/collaborations.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useSession } from '../../stores/session.ts'
import { pairFinding } from './pair-finding.ts'
import { readPairs } from './pairs-input.ts'

export function usePairWords(list: () => CollaborationList | null, from: () => number) {
  const { t, nameOf, number, measured } = useWords()
  const session = useSession()
  const of = computed(() => readPairs(session.query))
  const names = (row: CollaborationRow) => ({
    a: nameOf({ name: row.aName, nameZh: row.aNameZh }),
    b: nameOf({ name: row.bName, nameZh: row.bNameZh }),
  })
  const years = computed(() => {
    const year = list()?.filters.year ?? from()
    return from() === year ? String(year) : `${from()}–${year}`
  })
  /** A list that is cut says of how many pairs its rows are the first. */
  const subtitle = computed(() => {
    const shown = list()
    if (!shown) return ''
    const [n, all] = shown.shown.pairs
    const words = {
      n: number(n, 0),
      of: number(all, 0),
      cities: shown.groups?.length ?? 0,
      name: shown.whole ? nameOf(shown.whole.entity) : '',
      subject: t(`common.subjectsIn.${session.subject}`),
      year: years.value,
    }
    const said = shown.whole ? 'partnersOf' : of.value
    return t(`collaborations.${n < all ? 'firstOf' : 'found'}.${said}`, words)
  })

  /** Of partners the closest and its part; else who collaborates most, and who stands in most of the first pairs. */
  const finding = computed(() => {
    const shown = list()
    if (!shown) return null
    const scored = shown.rows.filter(({ score }) => score !== null)
    const told = pairFinding(scored.toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0)))
    if (!told) return null
    const { first, hub, of: among } = told
    const score = measured('score', first.score ?? 0)
    if (shown.whole)
      return t('collaborations.finding.partner', {
        name: nameOf(shown.whole.entity),
        b: names(first).b,
        score,
        percent: number(first.partPct ?? 0, 1),
      })
    return (
      t('collaborations.finding.pair', { ...names(first), score }) +
      (hub ? t('collaborations.finding.hub', { name: nameOf(hub), part: hub.pairs, of: among }) : '') +
      t('collaborations.finding.stop')
    )
  })
  return { of, years, subtitle, finding, names }
}
