/** Ways on from a view that has nothing to draw: only those that lead somewhere with the dataset at hand. */
import type { WayOn } from './MissingState.vue'
import { useWords } from '../../i18n/useWords.ts'
import { useSession } from '../../stores/session.ts'

export function useWaysOn() {
  const { t } = useWords()
  const session = useSession()
  const way = (key: string, icon: WayOn['icon'], path: string, own = {}): WayOn => ({
    icon,
    label: t(`shell.way.${key}`),
    says: t(`shell.way.${key}Says`),
    to: session.link(path, own, Object.keys(own).length > 0),
  })
  return {
    rankings: () => way('rankings', 'rankings', '/'),
    changes: () => {
      // The text prints changes by subject; for the whole there are none.
      const subject = session.subject === 'all' ? 'chemistry' : session.subject
      return way('changes', 'rankings', '/', { subject, sort: 'changePct', desc: 1 })
    },
    collaborations: () => way('collaborations', 'collaborations', '/collaborations'),
    cities: () => way('cities', 'cities', '/cities'),
    import: () => way('import', 'import', '/datasets'),
    export: () => way('export', 'export', '/'),
  }
}
