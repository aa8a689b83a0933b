/** The groups of the palette for what was typed: cities, institutions, regions, views and commands. */
import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { SearchHit } from '../../../shared/contract/search.ts'
import { nameIn } from '../../../shared/domain/language.ts'
import { slug } from '../../../shared/domain/slug.ts'
import { useExport } from '../composables/useExport.ts'
import { commandKey } from '../composables/useKeys.ts'
import { useQuery } from '../composables/useQuery.ts'
import { useWords } from '../composables/useWords.ts'
import { RAIL } from '../router/views.ts'
import { useSession } from '../stores/session.ts'
import type { PaletteGroup, PaletteItem } from './palette-items.ts'
import { hitPieces, matching, plainName } from './palette-items.ts'

export function usePaletteGroups(typed: () => string, showKeys: () => void): ComputedRef<PaletteGroup[]> {
  const { t, language, number, nameOf } = useWords()
  const session = useSession()
  const router = useRouter()
  const route = useRoute()
  const exporting = useExport()
  const { data } = useQuery('search.find', () =>
    typed().trim() === '' ? null : { dataset: session.dataset, text: typed().trim(), limit: 14 },
  )

  const go = (path: string, own = {}, fresh = false) => void router.push(session.link(path, own, fresh))
  const item = (
    key: string,
    icon: PaletteItem['icon'],
    text: string,
    run: () => void,
    keys: string[] = [],
  ): PaletteItem => ({
    key,
    icon,
    pieces: [{ text }],
    note: '',
    keys,
    run,
  })

  function runHit(hit: SearchHit): void {
    if (hit.kind === 'city') go(`/cities/${hit.id}`)
    else if (hit.kind === 'region') go('/', { region: hit.id, q: null })
    // An institution is read on its city's page, where the pairs it belongs to stand.
    else if (hit.within) go(`/cities/${slug(hit.within)}`)
    else go('/collaborations')
  }
  function hitItem(hit: SearchHit): PaletteItem {
    const within = hit.within === null ? '' : nameIn(language.value, hit.within, hit.withinZh)
    const figures = [
      hit.share === null ? '' : t('palette.share', { value: number(hit.share, 2) }),
      hit.rank === null ? '' : t('palette.rank', { n: hit.rank }),
    ].filter(Boolean)
    return {
      key: `${hit.kind}/${hit.id}`,
      icon: hit.kind === 'city' ? 'cities' : hit.kind === 'region' ? 'globe' : 'networks',
      pieces: [
        ...hitPieces(hit, language.value === 'zh', t('palette.pinyin')),
        ...(within ? [{ text: ` ${within}`, small: true }] : []),
      ],
      note: figures.join(t('common.comma')),
      keys: [],
      run: () => runHit(hit),
    }
  }

  /** What can be done with the city that matches best. */
  function forCity(hit: SearchHit): PaletteItem[] {
    const city = plainName(nameOf(hit))
    const ticked = session.ticked.includes(hit.id)
    return [
      item('city/show', 'rankings', t('palette.showInRanking', { city }), () =>
        go('/', { at: hit.id, q: null, region: null }),
      ),
      item(
        'city/tick',
        'compare',
        t(ticked ? 'palette.removeFromComparison' : 'palette.addToComparison', { city }),
        () => void session.toggleTick(hit.id),
      ),
    ]
  }

  const views = computed(() =>
    RAIL.map((view, index) =>
      item(`view/${view.name}`, view.icon, t(`shell.view.${view.name}`), () => go(view.path), [
        String(index + 1),
      ]),
    ),
  )
  const commands = computed(() => {
    const other = session.language === 'zh' ? ('en' as const) : ('zh' as const)
    const theme = session.theme === 'dark' ? ('light' as const) : ('dark' as const)
    const list = [
      item(
        'do/language',
        'globe',
        t('palette.toLanguage', { language: other === 'zh' ? '中文' : 'English' }),
        () => void session.setLanguage(other),
      ),
      item(
        'do/theme',
        theme === 'dark' ? 'moon' : 'sun',
        t('palette.toTheme', { theme: t(`palette.themes.${theme}`) }),
        () => void session.setTheme(theme),
      ),
      item('do/keys', 'more', t('palette.allKeys'), showKeys, ['?']),
    ]
    if (exporting.offer.value) {
      list.unshift(
        item('do/export', 'export', t('palette.exportShown'), () => void exporting.request(), [
          commandKey('E'),
        ]),
      )
    }
    if (route.name === 'rankings') {
      list.push(
        item(
          'do/filters',
          'clear',
          t('palette.clearFilters'),
          () => void session.patch({ q: null, region: null, sort: null, desc: null }),
        ),
      )
    }
    if (session.ticked.length > 0)
      list.push(item('do/ticks', 'clear', t('palette.clearTicks'), () => void session.clearTicks()))
    return list
  })

  return computed(() => {
    const hits = data.value?.hits ?? []
    const of = (kind: SearchHit['kind'], most: number) =>
      hits
        .filter((hit) => hit.kind === kind)
        .slice(0, most)
        .map(hitItem)
    const best = hits.find((hit) => hit.kind === 'city')
    const groups: PaletteGroup[] = [
      { key: 'cities', title: t('palette.cities'), items: of('city', 6) },
      { key: 'regions', title: t('palette.regions'), items: of('region', 3) },
      { key: 'institutions', title: t('palette.institutions'), items: of('institution', 5) },
      { key: 'nearest', title: t('palette.nearest'), items: (data.value?.nearest ?? []).map(hitItem) },
      {
        key: 'for',
        title: best ? t('palette.commandsFor', { city: plainName(nameOf(best)) }) : '',
        items: best ? forCity(best) : [],
      },
      { key: 'views', title: t('palette.views'), items: matching(views.value, typed()) },
      { key: 'commands', title: t('palette.commands'), items: matching(commands.value, typed()) },
    ]
    return groups.filter((group) => group.items.length > 0)
  })
}
