/** How a dataset, or a figure made from it, is cited: for the clipboard, speaker notes and method pages. */
import type { Language } from '../domain/language.ts'
import { translate } from '../i18n/index.ts'
import type { StyleWords } from './styles.ts'
import { apa, bibtex, gbt7714, ris } from './styles.ts'
import type { CitedDataset } from './work.ts'
import { citedWork } from './work.ts'

export type { CitedDataset } from './work.ts'

/** In the order in which they are offered; their names stand in `reopen.cite.styles`. */
export const CITATION_STYLES = ['apa', 'gbt7714', 'bibtex', 'ris'] as const
export type CitationStyle = (typeof CITATION_STYLES)[number]

/**
 * The citation in every style.
 * @param figure title of the figure that is cited; without it the dataset is
 */
export function citations(
  detail: CitedDataset,
  language: Language,
  figure?: string,
): Record<CitationStyle, string> {
  const work = citedWork(detail, language, figure)
  const words = wordsIn(language)
  return {
    apa: apa(work, words),
    gbt7714: gbt7714(work, words),
    bibtex: bibtex(work, words),
    ris: ris(work, words),
  }
}

const wordsIn = (language: Language): StyleWords => {
  const say = (key: string) => translate(language, `reopen.cite.${key}`)
  return {
    version: say('version'),
    dataset: say('dataset'),
    figure: say('figure'),
    licence: say('licence'),
  }
}
