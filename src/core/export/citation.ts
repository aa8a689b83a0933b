/** The citation block that every exported file carries: what it was made from, so that it can be defended. */
import { createHash } from 'node:crypto'
import type { Language } from '../../shared/domain/language.ts'
import { nameIn } from '../../shared/domain/language.ts'
import { collectedWords } from '../../shared/figures/collected-words.ts'
import { planWords } from '../../shared/figures/plan-words.ts'
import { sourceLine } from '../../shared/figures/source-line.ts'
import { formatNumber } from '../../shared/format/numbers.ts'
import { translate } from '../../shared/i18n/index.ts'
import type { OpenDataset, ReaderContext } from '../context.ts'
import { collectedOf } from '../datasets/collected.ts'
import { planOf } from '../datasets/plan-origin.ts'
import { readDatasetRow } from '../datasets/summary.ts'

export type CitationLine = readonly [label: string, value: string]

/** A file that figures were read or computed from. */
export interface CitedSource {
  file: string
  sha256: string
}

export interface CitationOptions {
  language: Language
  /** Filters in words, `name: value`. */
  filters: readonly CitationLine[]
  /** Date to print; none leaves the line out, so that repeated exports are equal to the byte. */
  date: string | undefined
  /** Layout seed, of networks only. */
  seed?: number
  /** Where the block is no text to be read but metadata, every file stands in it. */
  metadata?: boolean
}

/** More files than these are cited by the sum of their list. */
const MOST_NAMED = 5

/**
 * The files behind the figures, in the order in which they were read: of an edition those that a figure was printed in,
 * of an index all.
 */
export function citedSources({ db, kind }: Pick<OpenDataset, 'db' | 'kind'>): CitedSource[] {
  const printed = 'WHERE EXISTS (SELECT 1 FROM figures f WHERE f.source_id = sources.source_id)'
  const sql = `SELECT file, sha256 FROM sources ${kind === 'published' ? printed : ''} ORDER BY source_id`
  return db.prepare(sql).all() as CitedSource[]
}

/** SHA-256 of the list that `sha256sum` prints of the files, its lines sorted: `sha256  name`, each with a line end. */
export function listDigest(sources: readonly CitedSource[]): string {
  const lines = sources.map(({ file, sha256 }) => `${sha256}  ${file}\n`).sort()
  return createHash('sha256').update(lines.join('')).digest('hex')
}

function sourceLines(
  sources: readonly CitedSource[],
  { language, metadata = false }: CitationOptions,
): CitationLine[] {
  if (metadata || sources.length <= MOST_NAMED)
    return sources.map(({ file, sha256 }): CitationLine => [`SHA-256 ${file}`, sha256])
  const n = formatNumber(sources.length, 0, language)
  return [[translate(language, 'exports.citation.files', { n }), listDigest(sources)]]
}

export function citationBlock(
  dataset: OpenDataset,
  context: ReaderContext,
  options: CitationOptions,
): CitationLine[] {
  const row = readDatasetRow(dataset.db, dataset.id)
  const say = (key: string) => translate(options.language, `exports.citation.${key}`)
  const name = nameIn(options.language, row.name, row.name_zh)
  const { collectedFor } = collectedOf(row)
  const plan = planOf(row)
  const source = sourceLine(row, options.language)
  return [
    [say('source'), row.licence ? `${source} (${row.licence})` : source],
    ...(row.kind === 'sample'
      ? [[say('note'), translate(options.language, 'exports.sample.note')] as const]
      : []),
    [say('dataset'), `${name}, ${dataset.version}`],
    ...(collectedFor
      ? [
          [
            translate(options.language, 'collected.label'),
            collectedWords(collectedFor, options.language).long,
          ] as const,
        ]
      : []),
    ...(plan
      ? [[translate(options.language, 'scale.origin.label'), planWords(plan, options.language).long] as const]
      : []),
    ...(options.filters.length > 0
      ? [[say('filters'), options.filters.map(([label, value]) => `${label}: ${value}`).join('; ')] as const]
      : []),
    [say('counting'), say(row.kind === 'published' ? 'countingPublished' : 'countingComputed')],
    ...(options.seed === undefined ? [] : [[say('seed'), String(options.seed)] as const]),
    ...sourceLines(citedSources(dataset), options),
    [say('app'), `Science Cities ${context.appVersion}`],
    ...(options.date === undefined ? [] : [[say('date'), options.date] as const]),
  ]
}
