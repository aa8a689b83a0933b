/** Works shaped like those of the index: many authors, most of the bytes in authorships, as OpenAlex writes them. */
import { exponential, SampleRandom } from '../../../src/core/import/sample/random.ts'
import { cached } from './cache.ts'
import type { BenchWorld } from './synthetic-institutions.ts'
import { benchWorld, drawFrom } from './synthetic-institutions.ts'

/** Part of the files' names: to be raised where what is written changes. */
const VERSION = 1
const LAST_YEAR = 2024
export const SUBJECTS = [
  'Chemistry',
  'Physical sciences',
  'Biological sciences',
  'Earth & environmental sciences',
  'Health sciences',
]
const DEPARTMENTS = [
  'Department of Chemistry',
  'School of Physics',
  'Faculty of Medicine',
  'Key Laboratory of Materials',
]
const GIVEN = ['Wei', 'Anna', 'John', 'María', 'Yuki', 'Priya', 'Omar', 'Jun', 'Sofia', 'David']
const FAMILY = ['Zhang', 'Smith', 'Müller', 'Tanaka', 'García', 'Kumar', 'Rossi', 'Kim', 'Novák', 'Cohen']
/** Every so many articles one of thousands of authors, of one of six collaborations. */
const HUGE_EVERY = 1875

/**
 * A file of `articlesPerYear` × `years` works up to 2024, a line each; 75,000 are about 0.5 GB. Every year is drawn on
 * its own, so the set of one year is the last year of the larger sets.
 */
export function syntheticWorks(articlesPerYear: number, years: number): Promise<string> {
  const name = `works-${VERSION}-${articlesPerYear}x${years}.jsonl`
  return Promise.resolve(
    cached(name, (file) => {
      const world = benchWorld(new SampleRandom(1, 1))
      for (let year = LAST_YEAR - years + 1; year <= LAST_YEAR; year++) {
        const writer = new YearWriter(world, year)
        for (let i = 0; i < articlesPerYear; i++) file.write(writer.line(i))
      }
    }),
  )
}

/** The institutions of these works with their cities, as OpenAlex describes institutions. */
export function syntheticInstitutions(): Promise<string> {
  return Promise.resolve(
    cached(`institutions-${VERSION}.jsonl`, (file) => {
      for (const { json, city } of benchWorld(new SampleRandom(1, 1)).institutions) {
        const institution = JSON.parse(json) as { country_code: string }
        const geo = { city: `Place ${city + 1}`, country_code: institution.country_code }
        file.write(`${JSON.stringify({ ...institution, geo })}\n`)
      }
    }),
  )
}

class YearWriter {
  private readonly world: BenchWorld
  private readonly year: number
  private readonly random: SampleRandom
  private readonly collaborations: number[][]

  constructor(world: BenchWorld, year: number) {
    this.world = world
    this.year = year
    this.random = new SampleRandom(2, year)
    this.collaborations = Array.from({ length: 6 }, () => this.distinct(220))
  }

  line(i: number): string {
    const { random, year } = this
    const huge = i % HUGE_EVERY === HUGE_EVERY >> 1
    const large = !huge && random.next() < 0.003
    const pool = huge
      ? (this.collaborations[random.below(6)] as number[])
      : large
        ? this.distinct(25 + random.below(70))
        : null
    const authors = huge ? 2500 + random.below(700) : large ? 100 + random.below(400) : this.ordinaryAuthors()
    const first = huge ? 1 : random.below(5)
    const second = random.next() < 0.3 && !huge ? (first + 1 + random.below(4)) % 5 : -1
    const subjects = second < 0 ? `"${SUBJECTS[first]}"` : `"${SUBJECTS[first]}","${SUBJECTS[second]}"`
    const [number, journal] = [year * 1e6 + i + 1, i % 145]
    return (
      `{"id":"https://openalex.org/W${number}","doi":"https://doi.org/10.5555/bench.${number}"` +
      `,"title":"Benchmark article ${number} on the structure of α-compounds in ${SUBJECTS[first]}"` +
      `,"publication_year":${year},"publication_date":"${year}-0${1 + (i % 9)}-15","type":"article"` +
      `,"primary_location":{"source":{"id":"https://openalex.org/S${100 + journal}","display_name":"Journal ${journal}"` +
      `,"issn_l":"0000-${1000 + journal}","type":"journal"}},"ni_subjects":[${subjects}],"authorships":[` +
      this.authorships(authors, pool ?? this.team(authors), pool === null) +
      `],"cited_by_count":${i % 97}}\n`
    )
  }

  private ordinaryAuthors(): number {
    return Math.max(1, Math.min(99, Math.round(6.5 * exponential(0.88 * this.random.normal()))))
  }

  private distinct(count: number): number[] {
    const found = new Set<number>()
    while (found.size < count) found.add(drawFrom(this.world.totals, this.random))
    return [...found]
  }

  /** A leading institution and partners: of its city, of its country, or anywhere. */
  private team(authors: number): number[] {
    const { random, world } = this
    const lead = drawFrom(world.totals, random)
    const { city, country } = world.institutions[lead] as { city: number; country: number }
    const team = [lead]
    const sites = random.geometric(0.83, Math.floor(authors * 1.3))
    for (let i = 0; i < sites; i++) {
      const chance = random.next()
      const near = chance < 0.25 ? world.ofCity[city] : chance < 0.6 ? world.ofCountry[country] : undefined
      const other = near
        ? (near[Math.floor(random.next() * random.next() * near.length)] as number)
        : drawFrom(world.totals, random)
      if (!team.includes(other)) team.push(other)
    }
    return team
  }

  private authorships(count: number, pool: readonly number[], led: boolean): string {
    const { random } = this
    let text = ''
    for (let a = 0; a < count; a++) {
      const [institutions, raw] = this.affiliations(a, pool, led)
      const position = a === 0 ? 'first' : a === count - 1 ? 'last' : 'middle'
      const name = `${GIVEN[random.below(10)]} ${FAMILY[random.below(10)]}`
      text +=
        `${a === 0 ? '' : ','}{"author_position":"${position}","author":{"id":"https://openalex.org/A5${random.below(1e9)}"` +
        `,"display_name":"${name}","orcid":null},"institutions":[${institutions}],"raw_affiliation_strings":[${raw}]}`
    }
    return text
  }

  private affiliations(a: number, pool: readonly number[], led: boolean): [json: string, raw: string] {
    const { random, world } = this
    const chance = random.next()
    const wanted = random.next() < 0.004 ? 0 : chance < 0.56 ? 1 : chance < 0.88 ? 2 : chance < 0.98 ? 3 : 4
    const own: number[] = []
    let json = ''
    let raw = ''
    for (let i = 0; i < wanted; i++) {
      const lead = led && random.next() < 0.4
      const at = lead ? (pool[0] as number) : (pool[random.below(pool.length)] as number)
      if (own.includes(at)) continue
      const found = world.institutions[at] as BenchWorld['institutions'][number]
      const comma = own.length === 0 ? '' : ','
      json += comma + found.json
      raw += `${comma}"${DEPARTMENTS[(a + i) & 3]}, ${found.raw}"`
      own.push(at)
    }
    return [json, raw]
  }
}
