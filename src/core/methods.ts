/** The contract by its slices, each loaded when one of its methods is first called: their schemas take time to make. */
import type { z } from 'zod'
import type { Method, MethodKind } from '../shared/contract/define.ts'
import type { Contract, MethodName } from '../shared/contract/index.ts'

type Slice = Partial<Contract>
type Group = MethodName extends infer M ? (M extends `${infer G}.${string}` ? G : never) : never

const datasetFiles = async (): Promise<Slice> =>
  (await import('../shared/contract/dataset-files.ts')).datasetFiles
const backups = async (): Promise<Slice> => (await import('../shared/contract/backups.ts')).backups
const imports = async (): Promise<Slice> => (await import('../shared/contract/imports.ts')).imports

/** By the first part of a method's name; a group that is missing here does not compile. */
const SLICES: { readonly [G in Group]: () => Promise<Slice> } = {
  datasets: async () => ({
    ...(await import('../shared/contract/datasets.ts')).datasets,
    ...(await datasetFiles()),
  }),
  backups,
  imports,
  samples: imports,
  rankings: async () => (await import('../shared/contract/rankings.ts')).rankings,
  cities: async () => ({
    ...(await import('../shared/contract/cities.ts')).cities,
    ...(await import('../shared/contract/series.ts')).series,
    ...(await import('../shared/contract/kept-cities.ts')).keptCities,
  }),
  institutions: async () => (await import('../shared/contract/institutions.ts')).institutions,
  collaborations: async () => (await import('../shared/contract/collaborations.ts')).collaborations,
  networks: async () => ({
    ...(await import('../shared/contract/networks.ts')).networks,
    ...(await import('../shared/contract/drawings.ts')).drawings,
  }),
  maps: async () => (await import('../shared/contract/drawings.ts')).drawings,
  derivation: async () => ({
    ...(await import('../shared/contract/derivation.ts')).derivation,
    ...(await import('../shared/contract/explained-numbers.ts')).explainedNumbers,
  }),
  articles: async () => (await import('../shared/contract/articles.ts')).articles,
  search: async () => (await import('../shared/contract/search.ts')).search,
  indicators: async () => (await import('../shared/contract/indicators.ts')).indicators,
  populations: async () => (await import('../shared/contract/populations.ts')).populations,
  comparisons: async () => (await import('../shared/contract/comparisons.ts')).comparisons,
  profiles: async () => (await import('../shared/contract/profiles.ts')).profiles,
  groups: async () => (await import('../shared/contract/groups.ts')).groups,
  exports: async () => ({
    ...(await import('../shared/contract/exports.ts')).exports,
    ...(await import('../shared/contract/reports.ts')).reports,
    ...(await datasetFiles()),
    ...(await backups()),
    ...(await import('../shared/contract/recipes.ts')).recipes,
  }),
  files: async () => (await import('../shared/contract/files.ts')).files,
  recipes: async () => (await import('../shared/contract/recipes.ts')).recipes,
  scale: async () => (await import('../shared/contract/scale.ts')).scale,
  stability: async () => (await import('../shared/contract/stability.ts')).stability,
  reports: async () => (await import('../shared/contract/reports.ts')).reports,
}

/** A method as the contract declares it. */
export async function loadMethod(name: MethodName): Promise<Method<MethodKind, z.ZodType, unknown>> {
  const slice = await SLICES[name.slice(0, name.indexOf('.')) as Group]()
  const method = slice[name]
  if (!method) throw new Error(`the contract has no ${name}`)
  return method
}
