import { readAffiliations } from '../affiliations/read-affiliations.ts'
import { loadCountries } from '../places/countries.ts'
import { RecordCollapser } from '../affiliations/collapse-record.ts'
import { detailOf, rejectionOf } from '../affiliations/row-reasons.ts'
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
      encoding: options.encoding,
      delimiter: options.delimiter,
    },
    {
      onArticle(article) {
        counts.read++
        const reason = collapser.add(article)
        if (reason) counts.reject(reason, { file: task.file, line: article.line, detail: article.id })
        else output.articleAdded()
      },
      onRejected(line, fault, values, alone, cause) {
        const where = { file: task.file, line, detail: detailOf(fault, values) }
        // A row of an article that is rejected with it is listed, and counted with the article.
        if (alone) counts.read++
        counts.reject(rejectionOf(cause ?? fault), where, alone ? 1 : 0)
      },
      progress: (bytes) => output.progress(bytes),
    },
  )
  for (const { count } of report.unknownCountries) counts.odd('affiliations-with-unknown-country', count)
  const { oddities, form, unfit } = report
  counts.odd('missing-words', oddities.missingWords)
  counts.odd('unsure-country-na', oddities.unsureNa)
  counts.odd('damaged-cells', oddities.damagedCells)
  counts.odd('short-rows', oddities.shortRows)
  counts.odd('remarks-passed-over', oddities.remarks)
  counts.odd('tables-with-guessed-encoding', form.guessed ? 1 : 0)
  counts.odd('columns-passed-over', unfit.length)
  return 0
}
