import type { DatasetKind } from '../contract/datasets.ts'
import type { Language } from '../domain/language.ts'
import { translate } from '../i18n/index.ts'

/** What a figure names as its source: of the synthetic sample, in either language, that nothing in it is real. */
export function sourceLine(dataset: { kind: DatasetKind; citation: string }, language: Language): string {
  return dataset.kind === 'sample' ? translate(language, 'exports.sample.source') : dataset.citation
}
