/** What a recipe says an index's files were fetched for: `recipe.json` and `fetched.json`, as recipes and their scripts write them. */
import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { z } from 'zod'
import type { CollectedFor, CollectedPlace, DateRange } from '../../../shared/domain/collected-for.ts'
import { joinCollected, joinDates, matcherOf } from '../../../shared/domain/collected-for.ts'
import { openAlexInstitution } from '../../../shared/domain/identifiers.ts'
import type { Countries } from '../places/countries.ts'
import type { Institutions } from '../places/institutions.ts'
import type { MetroTable } from '../places/metros.ts'
import { importIssue, rejected } from '../text/import-issue.ts'
import { unreadable } from '../text/open-bytes.ts'

export interface CollectedSources {
  countries: Countries
  institutions: Institutions
  metros: MetroTable
  /** Chinese name of a city; null where not known. */
  cityNames(name: string, country: string): string | null
}

/** What the files say together; both null where no file is of a recipe. */
export interface Collected {
  collectedFor: CollectedFor | null
  /** When files were fetched, also where it is not known what for. */
  fetched: DateRange | null
}

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}/)
const code = z.string().regex(/^[A-Z]{2}$/)
const recipeSchema = z.object({
  format: z.literal('science-cities-recipe'),
  date: date.nullish(),
  collectedFor: z
    .object({
      cities: z.array(z.object({ name: z.string().min(1), country: code })).default([]),
      countries: z.array(code).default([]),
      institutions: z.array(z.string().min(1)).default([]),
      lineage: z.boolean().default(false),
      from: z.int(),
      to: z.int(),
      journals: z.array(z.string()).default([]),
      fields: z.array(z.int()).default([]),
    })
    .refine(
      ({ cities, countries, institutions }) => cities.length + countries.length + institutions.length > 0,
      {
        message: 'no place',
      },
    ),
})
const fetchedSchema = z.object({ format: z.literal('science-cities-fetched'), begun: date, ended: date })
type RecipeFile = z.infer<typeof recipeSchema>

/**
 * `fetched.json` tells of the recipe in its own folder. Where it is missing, the day on which the recipe was made stands for
 * the day of fetching in `fetched`, and `collectedFor.fetched` is null.
 * @throws AppError import-rejected with recipe-file; file-unreadable
 */
export async function readCollected(paths: readonly string[], sources: CollectedSources): Promise<Collected> {
  const recipes: { folder: string; recipe: RecipeFile }[] = []
  const dates = new Map<string, DateRange>()
  for (const path of paths) {
    const folder = dirname(path)
    const read = await readRecipeFile(path)
    if (read.format === 'science-cities-recipe') recipes.push({ folder, recipe: read })
    else dates.set(folder, { from: read.begun.slice(0, 10), to: read.ended.slice(0, 10) })
  }
  const each = recipes.map(({ folder, recipe }) => collectedOf(recipe, dates.get(folder) ?? null, sources))
  const [first, ...others] = each
  const made = recipes.flatMap(({ folder, recipe: { date: day } }) =>
    day && !dates.has(folder) ? [{ from: day.slice(0, 10), to: day.slice(0, 10) }] : [],
  )
  return {
    collectedFor: first ? others.reduce(joinCollected, first) : null,
    fetched: joinDates([...dates.values(), ...made]),
  }
}

/** @throws AppError import-rejected with recipe-file and the reason; file-unreadable */
export async function readRecipeFile(path: string): Promise<RecipeFile | z.infer<typeof fetchedSchema>> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    throw unreadable(path, error)
  }
  const wrong = (reason: string) => importIssue(basename(path), null, 'recipe-file', { reason })
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw rejected([wrong(error instanceof Error ? error.message : String(error))])
  }
  const parsed = z.discriminatedUnion('format', [recipeSchema, fetchedSchema]).safeParse(value)
  if (parsed.success) return parsed.data
  throw rejected(parsed.error.issues.map(({ path: at, message }) => wrong(`${at.join('.')}: ${message}`)))
}

function collectedOf(recipe: RecipeFile, fetched: DateRange | null, sources: CollectedSources): CollectedFor {
  const { cities, countries, institutions, lineage, from, to, journals, fields } = recipe.collectedFor
  const madeOn = recipe.date?.slice(0, 10) ?? null
  return {
    places: [
      ...cities.map(({ name, country }) => cityPlace(name, country, sources)),
      ...countries.map((each): CollectedPlace => {
        const { en, zh } = sources.countries.nameOf(each)
        return { kind: 'country', name: en, nameZh: zh, id: each, country: each }
      }),
      ...institutions.map((id) => institutionPlace(id, sources)),
    ],
    years: { from, to },
    lineage,
    journals,
    fields,
    madeOn,
    matcher:
      fetched && matcherOf(fetched.from) === matcherOf(fetched.to)
        ? matcherOf(fetched.to)
        : fetched
          ? 'unknown'
          : matcherOf(madeOn),
    fetched,
  }
}

function cityPlace(name: string, country: string, { metros, cityNames }: CollectedSources): CollectedPlace {
  const metro = metros.metros.find((each) => each.name === name && each.country === country)
  const nameZh = metro ? metro.nameZh : cityNames(name, country)
  return { kind: 'city', name, nameZh: nameZh ?? null, id: null, country }
}

/** By its name where a file tells it, else by its id. */
function institutionPlace(text: string, { institutions }: CollectedSources): CollectedPlace {
  const number = openAlexInstitution(text)
  const record = number === null ? null : institutions.byOpenAlex(number)
  const id = number === null ? text : `I${number}`
  return {
    kind: 'institution',
    name: record?.name ?? id,
    nameZh: record?.nameZh ?? null,
    id,
    country: record?.country ?? null,
  }
}
