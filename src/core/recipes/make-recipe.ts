/** `recipes.make`: what to fetch from OpenAlex, as addresses, scripts and commands. The app asks the net for nothing. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../shared/contract/errors.ts'
import type { ParsedInputOf } from '../../shared/contract/index.ts'
import type { Recipe } from '../../shared/contract/recipes.ts'
import { matcherOf } from '../../shared/domain/collected-for.ts'
import { openAlexInstitution } from '../../shared/domain/identifiers.ts'
import type { ReaderContext } from '../context.ts'
import type { Countries } from '../import/places/countries.ts'
import { loadCountries } from '../import/places/countries.ts'
import type { InstitutionRecord } from '../import/places/institution-record.ts'
import { readInstitutions } from '../import/places/read-institutions.ts'
import { loadMetros } from '../import/places/read-metros.ts'
import { normalIssn, sourceNumber } from '../import/rules/issn.ts'
import type { AskedCity, CitySources } from './city-places.ts'
import { findAskedCity, institutionsIn } from './city-places.ts'
import { institutionLists, workLists } from './lists.ts'
import { recipeFiles } from './recipe-files.ts'

type Asked = ParsedInputOf<'recipes.make'>

function codeOf(name: string, countries: Countries): string {
  const code = countries.codeOf(name)
  if (code === null) throw valueFault('recipe-value', name)
  return code
}

/** @throws AppError as the contract says of `recipes.make` */
export async function makeRecipe(asked: Asked, context: ReaderContext): Promise<Recipe> {
  const countries = loadCountries(context.resourcesDir)
  const input = { ...asked, countries: [...new Set(asked.countries.map((name) => codeOf(name, countries)))] }
  if (input.from > input.to) throw valueFault('recipe-years', `${input.from}–${input.to}`)
  if (input.cities.length + input.countries.length + input.institutions.length === 0)
    throw new AppError('recipe-empty', 'no place is named')
  const { resourcesDir } = context
  const sources = { resourcesDir, countries, metros: loadMetros(resourcesDir, countries) }
  const cities = input.cities.map((city) => findAskedCity(city, sources))
  const institutions = input.institutions.map(institutionNumber)
  const journals = journalsOf(input.journals)
  const first = cities.length > 0 && input.file === undefined
  const found = first ? null : await institutionsOf(cities, input.file, sources, context)
  const lists = found
    ? workLists({ ...input, ...journals, institutions: [...institutions, ...found.flat()] })
    : institutionLists([...new Set(cities.map(({ country }) => country))].sort())
  const recipe: Omit<Recipe, 'files'> = {
    step: first ? 1 : 2,
    date: input.date ?? null,
    matcher: matcherOf(input.date),
    cities: cities.map(({ name, country }, index) => ({
      name,
      country,
      institutions: found?.[index]?.length ?? null,
    })),
    lists,
    commands: lists
      .filter(({ of }) => of === 'works')
      .map(({ name, filter }) => downloadCommand(name, filter)),
  }
  return { ...recipe, files: recipeFiles(recipe, input) }
}

const valueFault = (code: 'recipe-value' | 'recipe-years', value: string): AppError =>
  new AppError(code, value, { values: { value } })

function institutionNumber(text: string): number {
  const number = openAlexInstitution(text)
  if (number === null) throw valueFault('recipe-value', text)
  return number
}

function journalsOf(texts: readonly string[]): { issns: string[]; sources: number[] } {
  const issns = new Set<string>()
  const sources = new Set<number>()
  for (const text of texts) {
    const issn = normalIssn(text)
    const source = sourceNumber(text)
    if (issn !== null) issns.add(issn)
    else if (source !== null) sources.add(source)
    else throw valueFault('recipe-value', text)
  }
  return { issns: [...issns], sources: [...sources] }
}

/** One list of works by OpenAlex's own program, which saves each work whole, with all its authors. */
function downloadCommand(name: string, filter: string): string {
  const whole = filter.replace(/,authors_count:<\d+$/, '')
  return `openalex download --api-key YOUR_KEY --output ./${name} --filter "${whole}"`
}

/** Institutions of each city. @throws AppError recipe-city-empty where the file has none of a city */
async function institutionsOf(
  cities: readonly AskedCity[],
  token: string | undefined,
  sources: CitySources,
  context: ReaderContext,
): Promise<number[][]> {
  if (cities.length === 0 || token === undefined) return []
  const records: InstitutionRecord[] = []
  for (const path of await institutionPaths(context.resolveFiles?.(token) ?? []))
    await readInstitutions(path, { onRecord: (record) => records.push(record) })
  return cities.map((city) => {
    const ids = institutionsIn(city, records, sources)
    const values = { city: city.name, country: city.country, read: records.length }
    if (ids.length === 0) throw new AppError('recipe-city-empty', city.name, { values })
    return ids
  })
}

/** Files as given; of a folder those that the first step fetched. The last page of a list has no institution. */
async function institutionPaths(paths: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const path of paths) {
    const folder = (await stat(path)).isDirectory()
    const names = folder
      ? (await readdir(path)).filter((name) => /^institutions.*\.json$/.test(name)).sort()
      : []
    for (const each of folder ? names.map((name) => join(path, name)) : [path])
      if (!(await isEmptyPage(each))) found.push(each)
  }
  return found
}

async function isEmptyPage(path: string): Promise<boolean> {
  const { size } = await stat(path)
  if (size > 4096) return false
  return /"results"\s*:\s*\[\s*\]/.test(await readFile(path, 'utf8'))
}
