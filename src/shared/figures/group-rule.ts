/** The group of a ranking in its figure: median and quartiles as rules, a sentence that says whose they are, and their numbers. */
import type { RankingList } from '../contract/rankings.ts'
import type { Language } from '../domain/language.ts'
import { missingWords, spreadWords, togetherWords } from '../format/group-words.ts'
import { translate } from '../i18n/index.ts'
import { measureOf } from '../measures/by-id.ts'
import type { RankingMeasureId } from '../measures/ranking.ts'
import type { RowNumber } from './row-spec.ts'
import type { FigureReference } from './spec.ts'

export interface GroupRules {
  median: FigureReference
  /** Lower and upper; empty where there are too few figures. */
  quartiles: FigureReference[]
}

/** Null where no group was asked for, or none of it has the figure. */
export function groupRules(
  list: RankingList,
  measure: RankingMeasureId,
  language: Language,
): GroupRules | null {
  const spread = list.group?.spreads[measure]
  if (!spread) return null
  const named = (value: number, key: 'median' | 'lower' | 'upper'): FigureReference => ({
    value,
    label: translate(language, `groups.${key}`),
  })
  const { median, lower, upper } = spread
  return {
    median: named(median, 'median'),
    quartiles: lower === null || upper === null ? [] : [named(lower, 'lower'), named(upper, 'upper')],
  }
}

/** What the rules are, what the group has together, and who is missing. */
export function groupNotes(list: RankingList, measure: RankingMeasureId, language: Language): string[] {
  const { group } = list
  if (!group) return []
  const spread = spreadWords({ ...list, group }, measure, language)
  const rules =
    spread === null ? '' : translate(language, 'groups.figureRule', { name: group.name, what: spread })
  const together = group.together
    ? `${togetherWords(group, language).replaceAll('**', '')}${stop(language)}`
    : ''
  const missing = missingWords(group, language)
  return [rules, together, missing === null ? '' : `${missing}${stop(language)}`].filter(
    (note) => note !== '',
  )
}

const stop = (language: Language) => translate(language, 'came.stop')

export function groupNumbers(list: RankingList, measure: RankingMeasureId, language: Language): RowNumber[] {
  const { group } = list
  const rules = groupRules(list, measure, language)
  if (!group || !rules) return []
  const { name, decimals } = measureOf(measure)
  const of = list.rows[0]?.provenance === 'sample' ? 'sample' : 'computed'
  const number = ({ value, label }: FigureReference): RowNumber => ({
    label: `${group.name}: ${name[language]}, ${label}`,
    value,
    decimals: Number.isInteger(value) ? decimals : Math.max(decimals, 2),
    of,
  })
  return [rules.median, ...rules.quartiles].map(number)
}
