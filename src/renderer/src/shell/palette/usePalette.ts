/** Groups of the palette for what is typed: hits of the search, then views and commands. */
import { LANGUAGES, LANGUAGE_MARKS } from '../../../../shared/domain/language.ts'
import { computed } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import { useRouter } from 'vue-router'
import type { EntityLabel } from '../../../../shared/contract/common.ts'
import type { SearchHit } from '../../../../shared/contract/search.ts'
import { commandKey } from '../../ui/view/useKeys.ts'
import { useExport } from '../../stores/useExport.ts'
import { useQuery } from '../../stores/useQuery.ts'
import { useWords } from '../../i18n/useWords.ts'
import { MOST_TICKED } from '../../../../shared/address/query.ts'
import type { IconName } from '../../../../shared/screens/rail.ts'
import { RAIL } from '../../../../shared/screens/rail.ts'
import { useDatasets } from '../../stores/datasets.ts'
import { useKeptCities } from '../../stores/kept-cities.ts'
import { writeWhy } from '../../../../shared/address/why.ts'
import { useSession } from '../../stores/session.ts'
import type { PaletteGroup, PaletteItem } from './items.ts'
import { cityIdOf, hitNames, markPieces, markText } from './items.ts'

const MOST_HITS = 12

interface CommandEntry {
  key: string
  icon: IconName
  label: string
  keys?: string[]
  run: () => void
}

/** `text` is what was typed, `leave` closes the palette, `showKeys` opens the sheet of keys. */
export function usePalette(text: () => string, leave: () => void, showKeys: () => void) {
  const { t, nameOf, language, measured } = useWords()
  const session = useSession()
  const datasets = useDatasets()
  const router = useRouter()
  const exporting = useExport()
  const kept = useKeptCities()
  const wanted = computed(() => text().trim().slice(0, 200))
  const found = useQuery('search.find', () =>
    wanted.value === '' ? null : { dataset: session.dataset, text: wanted.value, limit: MOST_HITS },
  )

  const go = (to: RouteLocationRaw) => {
    leave()
    void router.push(to)
  }
  const act = (run: () => void) => () => {
    leave()
    run()
  }

  function openHit(hit: SearchHit): void {
    if (hit.kind === 'city') go(session.link(`/cities/${hit.id}`))
    else if (hit.kind === 'region') go(session.link('/', { region: hit.id }, true))
    // An edition knows institutions by their pairs alone.
    else if (datasets.isIndex) go(session.link(`/institutions/${hit.id}`))
    else go(session.link('/collaborations', { city: cityIdOf(hit) }, true))
  }

  function hitItem(hit: SearchHit): PaletteItem {
    const within = hit.within === null ? '' : nameOf({ name: hit.within, nameZh: hit.withinZh })
    const icon = ({ city: 'cities', institution: 'collaborations', region: 'globe' } as const)[hit.kind]
    const says = [
      hit.share === null ? '' : t('palette.share', { value: measured('share', hit.share) }),
      hit.rank === null ? '' : t('palette.rank', { n: hit.rank }),
    ].filter(Boolean)
    return {
      key: `${hit.kind}-${hit.id}`,
      icon,
      ...hitNames(hit, language.value),
      note: hit.kind === 'institution' && within ? t('palette.institutionOf', { city: within }) : within,
      says: says.join(t('common.clause')),
      keys: [],
      run: () => openHit(hit),
    }
  }

  function commandItem(entry: CommandEntry, label = markPieces(entry.label, 0, 0)): PaletteItem {
    const { key, icon, keys = [], run } = entry
    return { key, icon, label, second: [], secondLang: undefined, note: '', says: '', keys, run }
  }

  const views = computed((): CommandEntry[] =>
    RAIL.map((view, index) => ({
      key: `view-${view.name}`,
      icon: view.icon,
      label: t('palette.openView', { view: t(`shell.view.${view.name}`) }),
      keys: [String(index + 1)],
      run: () => go(session.link(view.path)),
    })),
  )

  const commands = computed((): CommandEntry[] => {
    const otherTheme = session.theme === 'light' ? 'dark' : 'light'
    const filtered = ['q', 'region', 'sort', 'desc'].some((key) => session.query[key])
    const all: (CommandEntry & { when?: boolean })[] = [
      {
        key: 'export',
        icon: 'export',
        label: t('palette.exportShown'),
        keys: [commandKey('E')],
        when: exporting.offer.value !== null,
        run: act(() => exporting.request()),
      },
      ...LANGUAGES.filter((each) => each !== session.language).map((each) => ({
        key: `language-${each}`,
        icon: 'globe' as const,
        label: t('palette.toLanguage', { language: LANGUAGE_MARKS[each].name }),
        run: act(() => void session.setLanguage(each)),
      })),
      {
        key: 'theme',
        icon: otherTheme === 'dark' ? 'moon' : 'sun',
        label: t('palette.toTheme', { theme: t(`palette.themes.${otherTheme}`) }),
        run: act(() => void session.setTheme(otherTheme)),
      },
      {
        key: 'clear-filters',
        icon: 'clear',
        label: t('palette.clearFilters'),
        when: filtered,
        run: act(() => void session.patch({ q: null, region: null, sort: null, desc: null })),
      },
      {
        key: 'clear-ticks',
        icon: 'clear',
        label: t('palette.clearTicks'),
        when: session.ticked.length > 0,
        run: act(() => void session.clearTicks()),
      },
      {
        key: 'guide',
        icon: 'guide',
        label: t('guide.open'),
        keys: ['F1'],
        run: () => go(session.link('/guide')),
      },
      { key: 'keys', icon: 'more', label: t('palette.allKeys'), keys: ['?'], run: showKeys },
    ]
    return all.filter(({ when }) => when !== false)
  })

  /** What can be done with the first city that was found. */
  function cityCommands(hit: SearchHit): CommandEntry[] {
    const city = nameOf(hit)
    const ticked = session.ticked.includes(hit.id)
    const tick: CommandEntry = {
      key: 'tick',
      icon: 'compare',
      label: t(ticked ? 'palette.removeFromComparison' : 'palette.addToComparison', { city }),
      run: act(() => session.toggleTick(hit.id)),
    }
    const network: CommandEntry = {
      key: 'city-network',
      icon: 'networks',
      label: t('networks.command', { city }),
      run: () => go(session.link('/networks', { city: hit.id }, true)),
    }
    const map: CommandEntry = {
      key: 'city-map',
      icon: 'networks',
      label: t(datasets.isIndex ? 'maps.command' : 'maps.commandPlace', { city }),
      run: () => go(session.link('/networks', { draw: 'map', around: hit.id }, true)),
    }
    const page = `/cities/${hit.id}`
    const year = datasets.year
    const derive = (of: number): CommandEntry => {
      const figure = { kind: 'city', id: hit.id, partner: null, subject: session.subject } as const
      const why = writeWhy({ ...figure, from: of, to: of, measure: 'share', base: null, path: [] })
      return {
        key: 'city-derive',
        icon: 'more',
        label: t('palette.deriveOf', { city, year: of }),
        run: () => go(session.link(page, { why })),
      }
    }
    const exportIt: CommandEntry = {
      key: 'city-export',
      icon: 'export',
      label: t('palette.exportOf', { city }),
      run: () => {
        go(session.link(page))
        exporting.requestWhen(({ table }) => table?.of === 'city' && table.input.city === hit.id)
      },
    }
    return [
      ...(year !== null ? [derive(year)] : []),
      exportIt,
      {
        key: 'city-collaborations',
        icon: 'collaborations',
        label: t('palette.collaborationsOf', { city }),
        run: () => go(session.link('/collaborations', { city: hit.id }, true)),
      },
      // An edition has no links between cities: the map shows where it stands.
      ...(datasets.isIndex ? [network] : []),
      map,
      ...(ticked || session.ticked.length < MOST_TICKED ? [tick] : []),
      {
        key: 'city-ranking',
        icon: 'rankings',
        label: t('palette.showInRanking', { city }),
        run: () => go(session.link('/', { q: hit.name }, true)),
      },
    ]
  }

  const matching = (entries: readonly CommandEntry[]): PaletteItem[] =>
    entries.flatMap((entry) => {
      const label = markText(entry.label, wanted.value)
      return label ? [commandItem(entry, label)] : []
    })

  /** Ways back to cities, as long as nothing is typed. */
  const cityItem = ({ id, name, nameZh }: EntityLabel, list: string, icon: IconName): PaletteItem => {
    const entry = { key: `${list}-${id}`, icon, label: nameOf({ name, nameZh }) }
    return commandItem({ ...entry, run: () => go(session.link(`/cities/${id}`)) })
  }
  const ways = computed((): PaletteGroup[] => {
    const recent = kept.recent.filter(({ id }) => !kept.isFavourite(id))
    return [
      {
        id: 'favourites',
        title: t('keptCities.favourites'),
        items: kept.favourites.map((city) => cityItem(city, 'favourite', 'star')),
      },
      {
        id: 'recent',
        title: t('keptCities.recent'),
        items: recent.map((city) => cityItem(city, 'recent', 'cities')),
      },
    ]
  })

  const groups = computed((): PaletteGroup[] => {
    // While an answer is on its way the hits of the letter before stay; they go with the text.
    const answer = wanted.value === '' ? null : found.data.value
    const hits = answer?.hits ?? []
    const of = (kind: SearchHit['kind']) => hits.filter((hit) => hit.kind === kind).map(hitItem)
    const city = hits[0]?.kind === 'city' ? hits[0] : null
    const nearest = answer?.nearest ?? []
    return [
      ...(wanted.value === '' ? ways.value : []),
      { id: 'cities', title: t('palette.cities'), items: of('city') },
      { id: 'regions', title: t('palette.regions'), items: of('region') },
      { id: 'institutions', title: t('palette.institutions'), items: of('institution') },
      {
        id: 'for',
        title: city ? t('palette.commandsFor', { city: nameOf(city) }) : '',
        items: city ? cityCommands(city).map((entry) => commandItem(entry)) : [],
      },
      { id: 'views', title: t('palette.views'), items: matching(views.value) },
      { id: 'commands', title: t('palette.commands'), items: matching(commands.value) },
      { id: 'nearest', title: t('palette.nearest'), items: nearest.map(hitItem) },
    ].filter(({ items }) => items.length > 0)
  })

  return {
    groups,
    items: computed(() => groups.value.flatMap((group) => group.items)),
    /** True once the search has answered that nothing carries the text. */
    none: computed(() => wanted.value !== '' && found.data.value?.hits.length === 0 && !found.loading.value),
    error: found.error,
    /** True while the list may be of letters typed before. */
    searching: found.loading,
    wanted,
  }
}
