/** Small article-level files for tests: the same for the same seed, with institutions in a few cities. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const PLACES = [
  { number: 1, name: 'Peking Test University', city: 'Beijing', country: 'CN' },
  { number: 2, name: 'Tsing Test University', city: 'Beijing', country: 'CN' },
  { number: 3, name: 'Zürich Test Institute', city: 'Zürich', country: 'CH' },
  { number: 4, name: 'Cambridge Test College', city: 'Cambridge', country: 'GB' },
  { number: 5, name: 'Boston Test Hospital', city: 'Boston', country: 'US' },
  { number: 6, name: 'Institute without a city', city: null, country: 'US' },
] as const

/** Numbers from 0 to 1, the same for the same seed. */
export function randomly(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

/** Works as OpenAlex gives them, with the parts that are read; every tenth repeats an id with an older date. */
export function makeWorks(count: number, seed = 1, firstId = 1): Record<string, unknown>[] {
  const random = randomly(seed)
  const pick = (n: number) => Math.floor(random() * n)
  return Array.from({ length: count }, (_, i) => {
    const repeats = i % 10 === 9
    const id = firstId + (repeats ? i - 5 : i)
    return {
      id: `https://openalex.org/W${id}`,
      doi: pick(8) === 0 ? null : `https://doi.org/10.1234/test.${id}`,
      title: `Test article ${id} on "cities" 北京`,
      publication_year: 2021 + pick(3),
      type: 'article',
      updated_date: repeats ? '2020-01-01' : `2024-01-${String(10 + pick(15))}`,
      primary_topic: { field: { id: `https://openalex.org/fields/${[16, 31, 13, 23, 27, 33][pick(6)]}` } },
      authorships: Array.from({ length: 1 + pick(7) }, (_author, a) => makeAuthorship(id, a, pick)),
    }
  })
}

function makeAuthorship(id: number, a: number, pick: (n: number) => number): Record<string, unknown> {
  const kind = pick(12)
  const institutions =
    kind === 0
      ? []
      : Array.from({ length: 1 + (pick(3) === 0 ? 1 : 0) }, () => {
          const { number, name, country } = PLACES[pick(PLACES.length)] ?? PLACES[0]
          return { id: `https://openalex.org/I${number}`, display_name: name, country_code: country }
        })
  return {
    author: { id: `https://openalex.org/A${id * 100 + a}`, display_name: `Author ${id}-${a}` },
    institutions,
    countries: kind === 0 && pick(2) === 0 ? ['FR'] : [],
    raw_affiliation_strings: kind === 0 ? [`Unknown place ${pick(3)}`] : [],
  }
}

export function writeWorks(path: string, works: readonly unknown[]): string {
  writeFileSync(path, works.map((work) => `${JSON.stringify(work)}\n`).join(''))
  return path
}

export function writeInstitutions(folder: string): string {
  const path = join(folder, 'institutions.jsonl')
  const lines = PLACES.map(({ number, name, city, country }) => ({
    id: `https://openalex.org/I${number}`,
    display_name: name,
    country_code: country,
    type: 'education',
    geo: { city, country_code: country, geonames_city_id: null, latitude: null, longitude: null },
    lineage: [`https://openalex.org/I${number}`],
  }))
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return path
}
