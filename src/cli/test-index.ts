/** Two small files of two cities and two years, for tests, with Shares that can be worked out by hand. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Core } from '../core/create-core.ts'
import { runCli } from './program.ts'

const CITIES = {
  Beijing: { country_code: 'CN', geo: { city: 'Beijing', geonames_city_id: '1816670', country_code: 'CN' } },
  Leeds: { country_code: 'GB', geo: { city: 'Leeds', geonames_city_id: '2644688', country_code: 'GB' } },
}
const INSTITUTIONS = [
  { id: 1, name: 'Alpha University', city: CITIES.Beijing },
  { id: 2, name: 'Beta Institute', city: CITIES.Beijing },
  { id: 3, name: 'Gamma University', city: CITIES.Leeds },
]

/** Each author by the institutions named. */
const WORKS: { id: number; year: number; authors: number[][]; retracted?: true }[] = [
  { id: 1, year: 2022, authors: [[1], [3]] },
  { id: 2, year: 2022, authors: [[1, 2]] },
  { id: 3, year: 2023, authors: [[1], [2], [3]] },
  { id: 4, year: 2023, authors: [[3]] },
  { id: 5, year: 2023, authors: [[1], [2, 3]] },
  { id: 6, year: 2023, authors: [[]] },
  { id: 7, year: 2023, authors: [[1]], retracted: true },
]

const openAlex = (letter: string, id: number) => `https://openalex.org/${letter}${id}`
const lines = (records: object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('')

/** Writes `works.jsonl` and `institutions.jsonl` into the folder. */
export function writeIndexFiles(folder: string): { works: string; institutions: string } {
  mkdirSync(folder, { recursive: true })
  const works = join(folder, 'works.jsonl')
  const institutions = join(folder, 'institutions.jsonl')
  const authors = WORKS.map(({ id, year, authors: list, retracted = false }) => ({
    id: openAlex('W', id),
    title: `Work ${id}`,
    publication_year: year,
    type: 'article',
    is_retracted: retracted,
    authorships: list.map((places, at) => ({
      author: { id: openAlex('A', id * 10 + at), display_name: `Author ${id}.${at + 1}` },
      institutions: places.map((place) => ({ id: openAlex('I', place) })),
      raw_affiliation_strings: places.length === 0 ? ['Nowhere Laboratory'] : [],
    })),
  }))
  writeFileSync(works, lines(authors))
  writeFileSync(
    institutions,
    lines(
      INSTITUTIONS.map(({ id, name, city }) => ({
        id: openAlex('I', id),
        display_name: name,
        type: 'education',
        ...city,
      })),
    ),
  )
  return { works, institutions }
}

export interface CliRun {
  code: number
  out: string
  err: string
}

/** Runs command lines on one open core, with what they wrote. */
export function cliOn(core: Core, onInterrupt?: (listener: () => void) => () => void) {
  return async (...args: string[]): Promise<CliRun> => {
    let out = ''
    let err = ''
    const code = await runCli(args, {
      stdout: (text) => (out += typeof text === 'string' ? text : Buffer.from(text).toString()),
      stderr: (text) => (err += text),
      isTerminal: false,
      env: {},
      core,
      ...(onInterrupt ? { onInterrupt } : {}),
    })
    return { code, out, err }
  }
}
