/** The contract: every method that a screen, a script or the command line can call. Hosts derive their routes from it. */
import type { z } from 'zod'
import { articles } from './articles.ts'
import { backups } from './backups.ts'
import { cities } from './cities.ts'
import { collaborations } from './collaborations.ts'
import { comparisons } from './comparisons.ts'
import { datasetFiles } from './dataset-files.ts'
import { datasets } from './datasets.ts'
import { derivation } from './derivation.ts'
import type { Method, MethodKind } from './define.ts'
import { drawings } from './drawings.ts'
import { explainedNumbers } from './explained-numbers.ts'
import { exports } from './exports.ts'
import { files } from './files.ts'
import { groups } from './groups.ts'
import { imports } from './imports.ts'
import { indicators } from './indicators.ts'
import { institutions } from './institutions.ts'
import { keptCities } from './kept-cities.ts'
import { networks } from './networks.ts'
import { populations } from './populations.ts'
import { profiles } from './profiles.ts'
import { rankings } from './rankings.ts'
import { recipes } from './recipes.ts'
import { reports } from './reports.ts'
import { scale } from './scale.ts'
import { search } from './search.ts'
import { series } from './series.ts'
import { stability } from './stability.ts'

const slices = [
  datasets,
  datasetFiles,
  backups,
  imports,
  rankings,
  series,
  cities,
  keptCities,
  institutions,
  collaborations,
  networks,
  drawings,
  derivation,
  explainedNumbers,
  articles,
  search,
  indicators,
  populations,
  profiles,
  comparisons,
  groups,
  exports,
  reports,
  files,
  recipes,
  scale,
  stability,
] as const

export const contract = {
  ...datasets,
  ...datasetFiles,
  ...backups,
  ...imports,
  ...rankings,
  ...series,
  ...cities,
  ...keptCities,
  ...institutions,
  ...collaborations,
  ...networks,
  ...drawings,
  ...derivation,
  ...explainedNumbers,
  ...articles,
  ...search,
  ...indicators,
  ...populations,
  ...profiles,
  ...comparisons,
  ...groups,
  ...exports,
  ...reports,
  ...files,
  ...recipes,
  ...scale,
  ...stability,
} as const

// A method named in two slices would hide one of them in the spread above.
const declared = slices.reduce((sum, slice) => sum + Object.keys(slice).length, 0)
if (declared !== Object.keys(contract).length)
  throw new Error('two slices of the contract name the same method')

export type Contract = typeof contract
export type MethodName = keyof Contract
export type NameOfKind<K extends MethodKind> = {
  [M in MethodName]: Contract[M]['kind'] extends K ? M : never
}[MethodName]

/** What a caller passes: defaults may be left out. */
export type InputOf<M extends MethodName> = z.input<Contract[M]['input']>
/** What a handler receives: parsed, defaults filled in. */
export type ParsedInputOf<M extends MethodName> = z.output<Contract[M]['input']>
export type OutputOf<M extends MethodName> =
  Contract[M] extends Method<MethodKind, z.ZodType, infer O> ? O : never
