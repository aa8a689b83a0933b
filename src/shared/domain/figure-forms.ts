/**
 * What of a measure a number is, where it is not the measure itself of one entity: a printed statement, how far two lie
 * apart, a part of a total score, or what stands in the middle of a group.
 */
export const FIGURE_FORMS = [
  /** Exactly the statement that `among` names. */
  'printed',
  /** Less the figure of the partner; where `among` names a group, less its median. */
  'difference',
  /** The same in percent of what is subtracted. */
  'differencePct',
  /** Of a score: its percentage of the total score of the first. */
  'part',
  /** Of a score: what each joint article brings on average. */
  'perArticle',
  /** The total score of an entity; of the reach that `among` names, where it names one. */
  'whole',
  /** That reach in percent of the total score. */
  'wholePart',
  /** Of the members of the group that `among` names. */
  'median',
  'lower',
  'upper',
] as const
export type FigureForm = (typeof FIGURE_FORMS)[number]

export const isFigureForm = (text: string): text is FigureForm =>
  (FIGURE_FORMS as readonly string[]).includes(text)

/** The name of a printed statement: it holds as long as the edition's files do. */
export const statementName = ({
  source,
  indicator,
}: {
  source: { file: string; line: number }
  indicator: string
}): string => `${source.file}:${source.line}:${indicator}`

/** Null where it is no such name. */
export function readStatementName(name: string): { file: string; line: number; indicator: string } | null {
  const [, file, line, indicator] = /^(.+):(\d+):([^:]+)$/.exec(name) ?? []
  return file && line && indicator ? { file, line: Number(line), indicator } : null
}
