import type { RankingList, RankingRow } from '../contract/rankings.ts'
import { nameIn } from '../domain/language.ts'
import type { Language } from '../domain/language.ts'
import { KNOWN_SCOPES } from '../domain/scopes.ts'
import { translate } from '../i18n/index.ts'
import type { Values } from '../i18n/index.ts'

/** A word of the figures' own slice. */
export const word = (language: Language, key: string, values?: Values): string =>
  translate(language, `figures.${key}`, values)

export const rowName = (row: Pick<RankingRow, 'name' | 'nameZh'>, language: Language): string =>
  nameIn(language, row.name, row.nameZh)

/** Without the words that every metropolitan area's name ends with. */
export function shortName(name: string, language: Language): string {
  const ending = word(language, 'metropolitan')
  return name.endsWith(ending) && name.length > ending.length ? name.slice(0, -ending.length) : name
}

/** "natural and health sciences, 145 journals"; an unknown scope by its id, none as empty. */
export function scopeName(scope: string | null, language: Language): string {
  if (scope === null) return ''
  const known = KNOWN_SCOPES.find(({ id }) => id === scope)
  return known ? nameIn(language, known.label, known.labelZh) : scope
}

/** "145 journals", for a place where few words fit. */
export function shortScope(scope: string | null, language: Language): string {
  const journals = KNOWN_SCOPES.find(({ id }) => id === scope)?.journals
  return journals ? word(language, 'journals', { n: journals }) : scopeName(scope, language)
}

/** "cities", "institutions": what the rows of a list are. */
export const units = (list: RankingList, language: Language): string =>
  word(language, `units.${list.filters.by}`)

/** Subject, region, group, search and scope of the list, as they stand in a subtitle after the year. */
export function filterWords(list: RankingList, language: Language): string[] {
  const { subject, region, sector, group, search } = list.filters
  const found = list.regions.find(({ id }) => id === region)
  return [
    word(language, `subjects.${subject}`),
    region === null ? '' : found ? nameIn(language, found.name, found.nameZh) : region,
    sector === undefined ? '' : translate(language, `networks.sectors.${sector}`),
    group === undefined ? '' : translate(language, 'groups.filterOf', { name: group }),
    search === '' ? '' : word(language, 'matching', { text: search }),
    scopeName(list.scope, language),
  ].filter((part) => part !== '')
}

/** How the rows are ordered, in words. */
export function orderWords(list: RankingList, language: Language): string {
  const { sort, descending } = list.filters
  const usual =
    sort === 'rank' ? !descending : sort === 'name' || sort === 'region' ? !descending : descending
  return word(language, usual ? 'orderedBy' : 'orderedByReversed', {
    what: translate(language, `rankings.sortName.${sort}`),
  })
}
