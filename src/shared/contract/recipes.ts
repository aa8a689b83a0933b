import { z } from 'zod'
import { datasetId, fileToken, language, text, year } from './common.ts'
import { exporting } from './define.ts'
import type { ExportedFile } from './exports.ts'
import type { Matcher } from '../domain/collected-for.ts'

/** A list that a recipe fetches page by page. */
export interface RecipeList {
  /** Its pages are named by it. */
  name: string
  /** `ids`: works with more authors than a list shows, which are then fetched one by one. */
  of: 'institutions' | 'works' | 'ids'
  filter: string
  /** Of its first page. */
  address: string
}

export interface RecipeCity {
  name: string
  /** Alpha-2. */
  country: string
  /** Institutions of the file given that lie there; null in the first step. */
  institutions: number | null
}

export interface Recipe {
  /** 1: a city's institutions are still to be fetched, 2: works. */
  step: 1 | 2
  date: string | null
  matcher: Matcher
  cities: RecipeCity[]
  lists: RecipeList[]
  /** The same by OpenAlex's own program, a command a list. */
  commands: string[]
  files: { name: string; text: string }[]
}

export const recipeRequest = z.strictObject({
  /** By their names in English or Chinese; metropolitan areas as well. */
  cities: z.array(text).max(50).default([]),
  /** By alpha-2, alpha-3 or any usual name in English or Chinese. */
  countries: z.array(text).max(300).default([]),
  /** Ids of OpenAlex, `I27837315`. */
  institutions: z.array(text).max(5000).default([]),
  /** With what belongs to the institutions. */
  lineage: z.boolean().default(false),
  from: year,
  to: year,
  /** ISSNs or ids of OpenAlex (`S137773608`). */
  journals: z.array(text).max(5000).default([]),
  /** Numbers of OpenAlex's fields, 11 to 36. */
  fields: z.array(z.int().min(11).max(36)).max(26).default([]),
  /** Institutions of the cities' countries, fetched in the first step. */
  file: fileToken.optional(),
  language,
  date: z.iso.date().optional(),
})

/** Works of an index that can be had anew, more completely, each by its own address. */
export interface MissingWorks {
  /** Works refused because their list of authors is cut; null where the index is older than the note of them. */
  cut: number | null
  /** Articles that count, of which an author has no institution. */
  withoutInstitution: number
  /** How many of both the recipe lists: the cut ones first, then those of which no author has an institution. */
  listed: number
  /** Empty unless asked for. */
  files: Recipe['files']
}

const missing = {
  dataset: datasetId,
  /** Whether articles with authors without an institution are listed beside cut works. */
  withoutInstitution: z.boolean().default(true),
  language,
  date: z.iso.date().optional(),
}

/** A place that can be named in a recipe. */
export interface FoundPlace {
  name: string
  nameZh: string | null
  /** Alpha-2. */
  country: string
  countryName: string
  countryNameZh: string
  /** First-level divisions that have a city of that name; empty where they are not told. */
  regions: string[]
  metro: boolean
  /** As a recipe is asked for it: `Lisbon, PT`; of a country its code. */
  ask: string
}

export const recipes = {
  /** Places whose names begin with the text, in English or Chinese. */
  'recipes.places': exporting<{ places: FoundPlace[] }>()(
    z.strictObject({
      text,
      kind: z.enum(['city', 'country']),
      limit: z.int().min(1).max(50).default(8),
    }),
  ),
  /**
   * What to fetch from OpenAlex for these places, years, journals and fields. Nothing is asked of the net.
   * @throws AppError recipe-empty, recipe-value, recipe-city-unknown, recipe-city-ambiguous, recipe-city-empty,
   *   recipe-years; file-unreadable and import-rejected for the file of institutions
   */
  'recipes.make': exporting<Recipe>()(recipeRequest),
  /**
   * Works whose list of authors is cut, and articles with authors without an institution, as single addresses.
   * @throws AppError dataset-unknown, not-computed
   */
  'recipes.missing': exporting<MissingWorks>()(
    z.strictObject({ ...missing, files: z.boolean().default(false) }),
  ),
  /** The same as one zip archive. @throws AppError dataset-unknown, not-computed, recipe-nothing where none is missing */
  'exports.missing': exporting<ExportedFile>()(
    z.strictObject({ ...missing, format: z.literal('folder').default('folder') }),
  ),
  /** The recipe's files as one zip archive. @throws AppError as `recipes.make` */
  'exports.recipe': exporting<ExportedFile>()(
    z.strictObject({ recipe: recipeRequest, format: z.literal('folder').default('folder') }),
  ),
} as const
