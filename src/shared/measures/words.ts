/** The words of measures, laid out as the screens and files look them up. */
import type { Language } from '../domain/language.ts'
import { score } from './collaboration.ts'
import type { Measure } from './measure.ts'
import { betweenness, degree, weightedDegree } from './networks.ts'
import { RANKING_MEASURES } from './ranking.ts'

type Texts = 'name' | 'phrase' | 'head' | 'fileHead' | 'definition'

function texts<Id extends string>(
  measures: readonly Measure<Id>[],
  of: Texts,
  language: Language,
): Record<Id, string> {
  return Object.fromEntries(measures.map((each) => [each.id, each[of][language]])) as Record<Id, string>
}

/** One text of every measure of rankings, by the measure's id. */
export const rankingWords = (of: Texts, language: Language) => texts(RANKING_MEASURES, of, language)

/** The small lines over heads, of the measures that have one. */
export function smallHeads(language: Language): Record<string, string> {
  return Object.fromEntries(
    RANKING_MEASURES.flatMap(({ id, small }) => (small ? [[id, small[language]]] : [])),
  )
}

/** Heads of exported columns that are measures. */
export const fileHeads = (language: Language) => ({
  ...texts(RANKING_MEASURES, 'fileHead', language),
  ...texts([score, degree, weightedDegree, betweenness], 'fileHead', language),
})
