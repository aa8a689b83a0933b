/** Who parses articles, by the kind of their file: each brings what it needs when it is first met, as readers of tables load a database. */
import type { ArticleKind } from '../../../shared/domain/file-kinds.ts'
import type { ParsedOutput } from './parsed-output.ts'
import type { ParserData, ParseTask } from './tasks.ts'

/** Parses a task into the output's chunks. @returns the number of lines read; 0 where records have lines of their own */
export type Parser = (task: ParseTask, data: ParserData, output: ParsedOutput) => Promise<number>

const exports = async () => (await import('./parse-exports.ts')).parseExports

export const PARSERS: Record<ArticleKind, () => Promise<Parser>> = {
  works: async () => (await import('./parse-works.ts')).parseWorks,
  affiliations: async () => (await import('./parse-affiliations.ts')).parseAffiliations,
  scopus: exports,
  wos: exports,
  dimensions: exports,
}
