import type { AffiliationFault } from '../affiliations/read-affiliations.ts'
import { readAffiliations } from '../affiliations/read-affiliations.ts'
import { loadCountries } from '../places/countries.ts'
import { RecordCollapser } from '../affiliations/collapse-record.ts'
import type { Encoding } from '../text/encoding.ts'
import type { Rejection } from '../chunks/counts.ts'
import type { ParsedOutput } from './parsed-output.ts'
import type { ParserData, ParseTask } from './tasks.ts'

/** Parses a table of affiliations into the output's chunks; its records are articles, with lines of their own. */
export async function parseAffiliations(
  task: ParseTask,
  { options, subjects, resourcesDir }: ParserData,
  output: ParsedOutput,
): Promise<number> {
  const { counts, chunks, index } = output
  const collapser = new RecordCollapser({
    index,
    chunks,
    counts,
    subjects,
    spreadUnknown: options.spreadUnknown,
    keepWords: options.keepWords,
    printed: output.printed,
  })
  const report = await readAffiliations(
    task.path,
    {
      countries: loadCountries(resourcesDir),
      columns: options.columns,
      encoding: options.encoding as Encoding | undefined,
    },
    {
      onArticle(article) {
        counts.read++
        const reason = collapser.add(article)
        if (reason) counts.reject(reason, { file: task.file, line: article.line, detail: article.id })
        else output.articleAdded()
      },
      onRejected(line, fault, values, alone) {
        const where = { file: task.file, line, detail: `${fault}: ${Object.values(values).join(', ')}` }
        // A row of an article that is rejected with it is listed, and counted with the article.
        if (alone) counts.read++
        counts.reject(rejectionOf(fault), where, alone ? 1 : 0)
      },
      progress: (bytes) => output.progress(bytes),
    },
  )
  for (const { count } of report.unknownCountries) counts.odd('affiliations-with-unknown-country', count)
  return 0
}

function rejectionOf(fault: AffiliationFault): Rejection {
  switch (fault) {
    case 'article-missing':
      return 'no-id'
    case 'year':
    case 'contradiction':
    case 'truncated-authors':
      return fault
    case 'author-contradiction':
      return 'contradiction'
    case 'article-incomplete':
    case 'author-missing':
    case 'author-seq':
    case 'authors-count':
    case 'columns':
    case 'csv-syntax':
    case 'nul-byte':
    case 'quote-not-closed':
    case 'record-too-large':
      return 'unreadable'
  }
}
