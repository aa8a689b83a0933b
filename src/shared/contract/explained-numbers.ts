import { z } from 'zod'
import type { FigureForm } from '../domain/figure-forms.ts'
import { FIGURE_FORMS } from '../domain/figure-forms.ts'
import type { TermRole } from '../domain/term-roles.ts'
import type { MeasureId } from '../measures/by-id.ts'
import { EXPLAINED_MEASURES } from '../measures/by-id.ts'
import type { Statement } from './cities.ts'
import type { DatasetStamp, EntityLabel, EntityName, Provenance } from './common.ts'
import { datasetRef, ENTITY_NAMES, subject, text, year } from './common.ts'
import { query } from './define.ts'
import type { DerivationStep } from './derivation.ts'
import { derivationPath } from './derivation.ts'

export type { TermRole } from '../domain/term-roles.ts'

/** Which number: a measure of an entity, in a subject, of a year or between two. */
export interface FigureRef {
  kind: EntityName
  id: string
  partner: string | null
  subject: string
  from: number
  to: number
  measure: MeasureId
  /** What of the measure it is, and among what; without it the measure itself. */
  form?: FigureForm
  among?: string
  /** Steps down from it, where it is read in a place. */
  path?: DerivationStep[]
}

export interface NumberTerm {
  role: TermRole
  value: number
  decimals: number
  /** Whose it is, where it is not the entity's. */
  label: EntityLabel | null
  subject: string | null
  year: number | null
  /** The number that it is itself; null where it is no figure of a view. */
  figure: FigureRef | null
  /** Where it comes from, in the source's words: of inhabitants. */
  note: string | null
}

/** One that stands near in the order of ranks. */
export interface RankNeighbour {
  label: EntityLabel
  rank: number
  /** Null where only the rank is printed. */
  share: number | null
  /** Its Share less that of the entity asked for, in articles. */
  gap: number | null
  isAsked: boolean
}

/** One of those that a number consists of, or is picked from. */
export interface ListedNumber {
  label: EntityLabel
  /** Of the two between whom paths lead the other. */
  partner?: EntityLabel
  value: number
  decimals: number
  figure: FigureRef | null
  /** The number itself, or one of the two between which it lies. */
  isMarked: boolean
}

export interface NumberList {
  /**
   * `members` of a group, in the order of their figures; `partners`, who add up to a total score, `links` of a node, and
   * `paths` through it, the largest first.
   */
  of: 'members' | 'partners' | 'links' | 'paths'
  rows: ListedNumber[]
  /** Rows that are not listed here, and what they add up to. */
  rest: { rows: number; value: number } | null
  /** All of them less the number, in its unit: 0 unless the file is damaged; null where nothing is added up. */
  residual: number | null
}

export interface ExplainedNumber extends DatasetStamp, Omit<FigureRef, 'partner'> {
  entity: EntityLabel
  partner: EntityLabel | null
  /** Null where it is not published, or not known. */
  value: number | null
  /** Decimals with which it is shown. */
  decimals: number
  provenance: Provenance
  /** `{role}` where a term goes, `÷` and `×` between; null where it is counted from articles, or is printed. */
  formula: string | null
  terms: NumberTerm[]
  /** By the formula, from the terms; null without one. */
  result: number | null
  /** Whether both are one, to the last decimals shown; null without a formula. */
  agrees: boolean | null
  /** Whether articles are at hand that it counts or sums. */
  hasArticles: boolean
  /** Of a rank: who stands above and below, in the order of the ranking, and how many are ranked. */
  neighbours: { of: number; rows: RankNeighbour[] } | null
  /** Of a median or a total score: who stands behind it. */
  list: NumberList | null
  /** Of an edition: the statement that prints the number, and what stands beside it in the same row of the source. */
  printed: { statement: Statement; beside: Statement[] } | null
}

export const explainedNumberInput = z.strictObject({
  dataset: datasetRef,
  kind: z.enum(ENTITY_NAMES).default('city'),
  id: text,
  partner: text.optional(),
  subject,
  /** First year of a change or a period; without it the year itself, of a change the year before. */
  from: year.optional(),
  to: year.optional(),
  /** Base year of adjusted Share; without it the last year. */
  base: year.optional(),
  measure: z.enum(EXPLAINED_MEASURES as [MeasureId, ...MeasureId[]]),
  form: z.enum(FIGURE_FORMS).optional(),
  /** Of `printed` the statement's `file:line:indicator`; of medians the group; of a total score the reach. */
  among: text.optional(),
  /** Of a score per joint article: the place in which both are read. */
  path: derivationPath,
})

export const explainedNumbers = {
  /**
   * How one number came about: from which others it is reckoned, what stands around it in the order of ranks, or where an
   * edition prints it. @throws year-unknown, and those of finding the entity.
   */
  'derivation.number': query<ExplainedNumber>()(explainedNumberInput),
} as const
