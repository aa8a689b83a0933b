/** What a map says of itself, in the language of the figure. */
import type { DrawnWords } from '../../../shared/contract/drawings.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { nameIn } from '../../../shared/domain/language.ts'
import { shortName } from '../../../shared/format/names.ts'
import { formatNumber } from '../../../shared/format/numbers.ts'
import type { Values } from '../../../shared/i18n/index.ts'
import { translate } from '../../../shared/i18n/index.ts'
import type { MapData } from './map-data.ts'

/** Of the line under the title, as scenes write it. */
export const SUBTITLE_SIZE = 12

export interface WordsRequest {
  data: MapData
  language: Language
  /** Where the figures come from, in the language of the figure. */
  source: string
  labels: { shown: number; of: number }
}

export function mapWords({ data, language, source, labels }: WordsRequest): DrawnWords {
  const say = (key: string, values?: Values) => translate(language, `maps.${key}`, values)
  const { filters, focus } = data
  const years = yearsOf(filters)
  const gap = language === 'zh' ? '' : ' '
  const ends = /[.。]$/.test(source) ? source : source + say('stop')
  const named = labels.of > 0 ? [say('labels', { shown: labels.shown, all: labels.of })] : []
  return {
    title: titleOf(data, language, say),
    subtitle: subtitleOf(data, language, say),
    source: [ends, say('outlines'), ...named].join(gap),
    legendArea: say('legendArea', { years }),
    legendWidth: focus && data.partners.length > 0 ? say('legendWidth') : '',
    fileStem: mapStem(filters),
  }
}

/** Stem of the names of a map's files. */
export function mapStem({ region, focus, subject, from, year }: MapData['filters']): string {
  const parts = ['map', region, focus, subject, ...(from === year ? [year] : [from, year])]
  return parts.filter((part) => part !== null && part !== 'all').join('-')
}

type Say = (key: string, values?: Values) => string

const yearsOf = ({ from, year }: MapData['filters']) => (from === year ? String(year) : `${from}–${year}`)

function titleOf({ filters, focus, partners, cities }: MapData, language: Language, say: Say): string {
  if (focus && partners.length > 0) return say('titleFocus', { focus: shortName(focus, language) })
  const years = yearsOf(filters)
  const region = filters.region && cities.find((city) => city.region.id === filters.region)?.region
  if (!region) return say('title', { years })
  return say('titleRegion', { region: nameIn(language, region.name, region.nameZh), years })
}

function subtitleOf(data: MapData, language: Language, say: Say): string {
  const { filters, cities, leading, focus, partners, partnersOf, unplaced } = data
  const whole = (value: number) => formatNumber(value, 0, language)
  const values = {
    shown: whole(leading),
    all: whole(data.citiesOf),
    years: yearsOf(filters),
    further: cities.length - leading,
  }
  const parts = [say('subtitle', values)]
  if (cities.length > leading) parts.push(say('further', values))
  if (filters.subject !== 'all')
    parts.push(say('subject', { subject: translate(language, `common.subjectsIn.${filters.subject}`) }))
  const focusName = focus && shortName(focus, language)
  parts.push(data.scored ? linksOf(partnersOf ?? 0, partners.length, focusName, say) : say('unpublished'))
  if (unplaced.length > 0) parts.push(say('unplaced', { unplaced: unplaced.length }))
  return parts.join('')
}

function linksOf(all: number, drawn: number, focus: string | null, say: Say): string {
  if (focus === null || (drawn === 0 && all > 0)) return say('stop')
  if (all === 0) return say('linksNone', { focus })
  return say(drawn === all ? 'linksAll' : 'links', { focus, drawn, all })
}
