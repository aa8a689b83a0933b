import type { DatasetKind } from '../contract/datasets.ts'
import type { Language } from '../domain/language.ts'
import type { CollectedFor } from '../domain/collected-for.ts'
import type { PlanOrigin } from '../domain/plan-origin.ts'
import { translate } from '../i18n/index.ts'
import { collectedWords } from './collected-words.ts'
import { planWords } from './plan-words.ts'

/** What a figure names as its source, what it was collected for, or who counted it: of the synthetic sample, in either language, that nothing in it is real. */
export function sourceLine(
  dataset: {
    kind: DatasetKind
    citation: string
    collectedFor?: CollectedFor | null
    plan?: PlanOrigin | null
  },
  language: Language,
): string {
  if (dataset.kind === 'sample') return translate(language, 'exports.sample.source')
  const limit = dataset.collectedFor
    ? collectedWords(dataset.collectedFor, language)
    : dataset.plan
      ? planWords(dataset.plan, language)
      : null
  if (!limit) return dataset.citation
  const { short } = limit
  return translate(language, 'findings.collectedTitle', { text: dataset.citation, short })
}
