/** What a measure is: one declaration each, from which every table, file and page that shows it is made. */
import type { EntityName } from '../domain/entity-names.ts'
import type { Language } from '../domain/language.ts'

export type Both<Value = string> = Readonly<Record<Language, Value>>

export type IndicatorGroup = 'output' | 'change' | 'collaboration' | 'structure' | 'convention'
export type Unit = 'articles' | 'percent' | 'ratio' | 'rank' | 'places' | 'million' | 'perMillion' | 'none'

/** What the Method page, the tooltips and the notes in files tell of an indicator or a convention. */
export interface Indicator {
  /** In addresses of the Method page and in printed statements. */
  readonly indicator: string
  readonly group: IndicatorGroup
  readonly label: Both
  readonly unit: Unit
  /** Digits behind the point, wherever the value is shown; files and JSON carry it in full. */
  readonly decimals: number
  readonly definition: Both
  /** Plain text with typographic signs; `[a / b]` is a fraction, `x_y` a subscript. Null where there is none. */
  readonly formula: string | null
  /** Meaning of the letters in the formula. */
  readonly where: readonly ({ readonly symbol: string } & Both)[]
  readonly source: Both
  readonly caveat: Both | null
}

/** An indicator whose values stand in tables, under its id. */
export interface Measure<Id extends string = string> extends Indicator {
  /** Key of the value in the rows that carry it, in JSON, in addresses and in sorts. */
  readonly id: Id
  /** Written with its sign: a change. */
  readonly signed: boolean
  /** In a list of columns and over a single figure. */
  readonly name: Both
  /** In a sentence: "by adjusted Share". */
  readonly phrase: Both
  /** Over its column; `{from}` and `{to}` are the years of a change. */
  readonly head: Both
  /** The small line over that head; null where the head says all. */
  readonly small: Both | null
  /** In the first line of an exported table, with its unit. */
  readonly fileHead: Both
}

/** How a measure comes into the rows of a published edition. */
export type OfEdition =
  /** As the edition prints it. */
  | 'printed'
  /** From printed figures, by the function that computes it of an index too. */
  | 'derived'
  | 'none'

/** A table of rows of rankings. */
export type TableKind =
  /** On screen: an edition's whole or partial ranking, that of an index (with a base year of its own or not). */
  | 'full'
  | 'partial'
  | 'index'
  | 'index-base'
  | 'index-institution'
  /** The figures of one city, and of several side by side. */
  | 'city'
  | 'compare'
  /** In a terminal, of an edition or an index. */
  | 'terminal'
  | 'terminal-index'

/** A measure that is a column of rankings; every row of a ranking has its value or null. */
export interface RankingMeasure<
  Id extends string = string,
  Edition extends OfEdition = OfEdition,
> extends Measure<Id> {
  readonly ofEdition: Edition
  /** Kinds of entity that have it. */
  readonly entities: readonly EntityName[]
  /** Computed only where it is asked for: it takes a walk through the articles of the year. */
  readonly onDemand: boolean
  /** The first click on its head sorts from the largest. */
  readonly largestFirst: boolean
  /** Tables that show it without being asked. */
  readonly standard: readonly TableKind[]
  /** Of its column, in CSS pixels: where "not published" may stand in it, and, if less, of an index, which knows all. */
  readonly width: number
  readonly indexWidth?: number
  /** Place in the order in which columns leave a table that is too narrow; null stays. */
  readonly leaves: number | null
  /** Cannot be hidden. */
  readonly always?: true
  /** Left out of lists of figures in which no row has it: it needs what only some users give. */
  readonly optional?: true
}

/** Keeps the ids of a declaration as types. */
export const measure = <const Id extends string>(declared: Measure<Id>): Measure<Id> => declared
export const rankingMeasure = <const Id extends string, const Edition extends OfEdition>(
  declared: RankingMeasure<Id, Edition>,
): RankingMeasure<Id, Edition> => declared
