import { z } from 'zod'
import type { Indicator, Unit } from '../measures/measure.ts'
import type { DatasetStamp, EntityLabel } from './common.ts'
import { datasetRef, subject, year } from './common.ts'
import { query } from './define.ts'

/** What goes into a formula: `key` names it in words of the screens. */
export interface ExampleColumn {
  key: string
  unit: Unit
  decimals: number
}

export interface ExampleRow {
  label: EntityLabel
  /** The other of a pair. */
  partner: EntityLabel | null
  /** Where the row is of a subject of the entity. */
  subject: string | null
  /** One for each column, as the dataset gives it. */
  values: number[]
  /** By the formula, from the values. */
  result: number
  /** The same figure as the edition prints it, or as every other view of the index gives it; null where it does neither. */
  given: number | null
  /** Whether the two are one, to the decimals that are printed; null where nothing is given. */
  agrees: boolean | null
}

/** An indicator reckoned from figures of the dataset at hand, and the same reckoning for others. */
export interface WorkedExample extends DatasetStamp {
  indicator: string
  subject: string
  year: number
  /** The earlier year of a change; null where one year is enough. */
  from: number | null
  columns: ExampleColumn[]
  /** The formula with `{key}` where a value goes, in the notation of formulas. */
  filled: string
  /** Whether the figures compared with were printed; else they stand in the other views. */
  printed: boolean
  /** What the columns are of, in words of the screens: a key, where rows are not whole entities. */
  of: 'entities' | 'pairs' | 'authors' | 'subjects' | 'replicates' | 'institutions'
  /** The article whose authors the rows are, and its part of whom; null where they are not authors. */
  article: {
    id: string
    title: string | null
    of: EntityLabel
    fraction: string
    share: number
    agrees: boolean
  } | null
  /** The 95 % interval that all replicates give, where the rows are the first of them; Shares in articles. */
  band?: { of: EntityLabel; share: number; low: number; high: number; seed: number; replicates: number }
  /** The first is set into the formula. Empty where the dataset has no figures for it. */
  rows: ExampleRow[]
}

/** Σ Share of all entities of a kind + what falls to none = articles of the year; all in articles. */
export interface SumCheck {
  kind: 'institution' | 'city' | 'country'
  entities: number
  shares: number
  unknown: number
  articles: number
  /** What is left over: 0 but for the last bits. */
  residual: number
}

export interface MethodChecks extends DatasetStamp {
  subject: string
  year: number
  /** Of an index; an edition does not hold what it takes. */
  sums: SumCheck[]
  /** Metropolitan areas by name, with the cities that they are made of; null where the edition does not say. */
  metros: { area: EntityLabel; cities: EntityLabel[] | null }[]
}

export const indicators = {
  /** Every indicator and convention, in the order of the Method page. */
  'indicators.list': query<{ indicators: Indicator[] }>()(z.strictObject({})),
  /** @throws year-unknown, input-invalid where no such indicator is declared */
  'indicators.example': query<WorkedExample>()(
    z.strictObject({ dataset: datasetRef, indicator: z.string().max(60), subject, year: year.optional() }),
  ),
  /** @throws year-unknown */
  'indicators.checks': query<MethodChecks>()(
    z.strictObject({ dataset: datasetRef, subject, year: year.optional() }),
  ),
} as const
