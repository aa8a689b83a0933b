/** The citation block that every exported file carries: what it was made from, so that it can be defended. */
import type { Language } from '../../shared/domain/language.ts'
import { sourceLine } from '../../shared/figures/source-line.ts'
import { translate } from '../../shared/i18n/index.ts'
import type { OpenDataset, ReaderContext } from '../context.ts'
import { readDatasetRow } from '../datasets/summary.ts'

export type CitationLine = readonly [label: string, value: string]

export interface CitationOptions {
  language: Language
  /** Filters in words, `name: value`. */
  filters: readonly CitationLine[]
  /** Date to print; none leaves the line out, so that repeated exports are equal to the byte. */
  date: string | undefined
  /** Layout seed, of networks only. */
  seed?: number
}

export function citationBlock(
  dataset: OpenDataset,
  context: ReaderContext,
  options: CitationOptions,
): CitationLine[] {
  const row = readDatasetRow(dataset.db, dataset.id)
  const say = (key: string) => translate(options.language, `exports.citation.${key}`)
  const sources = dataset.db
    .prepare(
      'SELECT file, sha256 FROM sources WHERE EXISTS (SELECT 1 FROM figures f WHERE f.source_id = sources.source_id) ORDER BY source_id',
    )
    .all() as { file: string; sha256: string }[]
  const name = options.language === 'zh' && row.name_zh ? row.name_zh : row.name
  const source = sourceLine(row, options.language)
  return [
    [say('source'), row.licence ? `${source} (${row.licence})` : source],
    ...(row.kind === 'sample'
      ? [[say('note'), translate(options.language, 'exports.sample.note')] as const]
      : []),
    [say('dataset'), `${name}, ${dataset.version}`],
    ...sources.map(({ file, sha256 }): CitationLine => [`SHA-256 ${file}`, sha256]),
    ...(options.filters.length > 0
      ? [[say('filters'), options.filters.map(([label, value]) => `${label}: ${value}`).join('; ')] as const]
      : []),
    [say('counting'), say(row.kind === 'published' ? 'countingPublished' : 'countingComputed')],
    ...(options.seed === undefined ? [] : [[say('seed'), String(options.seed)] as const]),
    [say('app'), `Science Cities ${context.appVersion}`],
    ...(options.date === undefined ? [] : [[say('date'), options.date] as const]),
  ]
}
