import { Foldings } from '../addresses/foldings.ts'
import type { AffiliationRecord, ArticleRecord } from '../affiliations/article-record.ts'
import { RecordCollapser } from '../affiliations/collapse-record.ts'
import type { Oddity } from '../chunks/counts.ts'
import { typeCounts } from '../exports/document-types.ts'
import type { Pairing, ReadRecord } from '../exports/export-record.ts'
import { isRefused } from '../exports/export-record.ts'
import { readExport } from '../exports/read-export.ts'
import type { TableSource } from '../exports/heads.ts'
import { loadCountries } from '../places/countries.ts'
import type { OtherNames } from '../../names/other-names.ts'
import { loadOtherNames } from '../../names/other-names.ts'
import type { Encoding } from '../../../shared/domain/encodings.ts'
import type { Rejection } from '../chunks/counts.ts'
import type { ParsedOutput } from './parsed-output.ts'
import type { ParserData, ParseTask } from './tasks.ts'

const PAIRED: Record<Pairing, Oddity> = {
  paired: 'articles-paired',
  'single-author': 'articles-paired-single-author',
  'single-address': 'articles-paired-single-address',
  'by-country': 'articles-paired-by-country',
}

/** Parses an export of a bibliographic database into the output's chunks; its records are articles, with lines of their own. */
export async function parseExports(
  task: ParseTask,
  { options, subjects, resourcesDir, printed: places }: ParserData,
  output: ParsedOutput,
): Promise<number> {
  const { counts, chunks, index } = output
  const { spreadUnknown, keepWords } = options
  const { printed } = output
  const parts = { index, chunks, counts, subjects, spreadUnknown, keepWords, printed }
  const collapser = new RecordCollapser(parts)
  const fold = foldingWith(new Foldings(places?.suburbs ?? []), loadOtherNames(resourcesDir))
  const types = new Set(options.types.map((type) => type.toLowerCase()))
  const judge = (record: ReadRecord): Rejection | null => {
    if (isRefused(record)) return record.reason
    if (!typeCounts(record.types, types)) return 'type'
    if (record.retracted && !options.includeRetracted) return 'retracted'
    return collapser.add(fold(record.article))
  }
  const onRecord = (record: ReadRecord, line: number) => {
    counts.read++
    const reason = judge(record)
    if (reason === null && !isRefused(record)) {
      counts.odd(PAIRED[record.pairing])
      output.articleAdded()
    } else if (reason !== null) {
      counts.reject(reason, { file: task.file, line, detail: detailOf(record, reason) })
    }
  }
  await readExport(
    task.path,
    task.kind as TableSource,
    { countries: loadCountries(resourcesDir) },
    onRecord,
    {
      encoding: options.encoding as Encoding | undefined,
      progress: (bytes) => output.progress(bytes),
    },
  )
  return 0
}

/**
 * Counts suburbs in their cities: these cities stand in printed addresses, not in cells that a user filled. What is another
 * name of the city itself stays as it is written, and is joined with the others when places are settled.
 */
function foldingWith(foldings: Foldings, names: OtherNames): (article: ArticleRecord) => ArticleRecord {
  const withinOf = ({ city, country }: AffiliationRecord): string | null =>
    city && country && names.find(city, country) === null ? foldings.cityOf(city, country) : null
  const folded = (affiliation: AffiliationRecord): AffiliationRecord => {
    const city = withinOf(affiliation)
    return city === null ? affiliation : { ...affiliation, city }
  }
  return (article) => ({
    ...article,
    authors: article.authors.map((author) => ({ ...author, affiliations: author.affiliations.map(folded) })),
  })
}

function detailOf(record: ReadRecord, reason: Rejection): string {
  if (isRefused(record)) return record.detail
  const { id, year } = record.article
  if (reason === 'type') return `${id}: ${record.types.join('; ')}`
  return reason === 'year' ? `${id}: ${year}` : id
}
