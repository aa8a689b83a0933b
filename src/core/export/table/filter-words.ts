/** Filters in force as a file tells them. */
import type { Drawn } from '../../../shared/contract/stability.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { bandsWords } from '../../../shared/format/bands.ts'
import { formatNumber } from '../../../shared/format/numbers.ts'
import { translate } from '../../../shared/i18n/index.ts'
import type { ExportTable, Shown } from './columns.ts'

export type Filters = Pick<ExportTable, 'filters' | 'filtersJson' | 'shown' | 'more'>

/**
 * The filters in force, for reading and for machines; those that filter nothing are left out of the words. After them
 * stands how much of the list is in the file, where that is told.
 */
export function filtersOf(
  filters: Record<string, unknown>,
  language: Language,
  shown: Shown | undefined = undefined,
): Filters {
  const told = Object.entries(filters).filter(
    ([, value]) => value !== null && value !== '' && typeof value !== 'boolean',
  )
  return {
    filters: [
      ...told.map(([key, value]): [string, string] => [
        translate(language, `exports.filters.${key}`),
        valueWords(key, value, language),
      ]),
      ...Object.entries(shown ?? {}).map(([kind, [n, of]]): [string, string] => [
        translate(language, `exports.shown.${kind}`),
        translate(language, 'exports.shown.of', {
          n: formatNumber(n, 0, language),
          of: formatNumber(of, 0, language),
        }),
      ]),
    ],
    filtersJson: filters,
    ...(shown && { shown }),
  }
}

/** Where the words of a filter's values stand; other values are told as they are. */
const VALUE_WORDS: Record<string, (value: string) => string> = {
  subject: (value) => `common.subjects.${value}`,
  by: (value) => `exports.columns.${value}`,
  between: (value) => `collaborations.between.${value}`,
  reach: (value) => `collaborations.reach.${value}`,
  area: (value) => `collaborations.area.${value}`,
  sort: (value) => `exports.columns.${{ name: 'entityName', region: 'regionName' }[value] ?? value}`,
  sector: (value) => `networks.sectors.${value}`,
  layout: (value) => `drawings.layout.${value}`,
  of: (value) => `drawings.of.${value}`,
}

function valueWords(key: string, value: unknown, language: Language): string {
  if (key === 'bands') return bandsWords(value as Drawn, language)
  const words = VALUE_WORDS[key]?.(String(value))
  return words === undefined ? String(value) : translate(language, words)
}
