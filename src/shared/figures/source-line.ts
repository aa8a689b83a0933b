import type { DatasetKind } from '../contract/datasets.ts'
import type { Language } from '../domain/language.ts'
import type { CollectedFor } from '../domain/collected-for.ts'
import { translate } from '../i18n/index.ts'
import { collectedWords } from './collected-words.ts'

/** What a figure names as its source, and what it was collected for: of the synthetic sample, in either language, that nothing in it is real. */
export function sourceLine(
  dataset: { kind: DatasetKind; citation: string; collectedFor?: CollectedFor | null },
  language: Language,
): string {
  if (dataset.kind === 'sample') return translate(language, 'exports.sample.source')
  if (!dataset.collectedFor) return dataset.citation
  const { short } = collectedWords(dataset.collectedFor, language)
  return translate(language, 'findings.collectedTitle', { text: dataset.citation, short })
}
