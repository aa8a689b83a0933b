/** Works of small records: what an index needs of each (years, journal, subject, authorships) and no more; packed. */
import { once } from 'node:events'
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { SampleRandom } from '../../../src/core/import/sample/random.ts'
import { benchFolder } from './cache.ts'
import { runChild } from '../import/run-child.ts'
import type { BenchWorld } from './synthetic-institutions.ts'
import { benchWorld, drawFrom } from './synthetic-institutions.ts'
import { SUBJECTS } from './synthetic-works.ts'

const VERSION = 1
/** Works of one file. */
export const SMALL_PER_FILE = 5_000_000
/** Lists of authorships that are drawn once and used again and again: more than an article's neighbours can repeat. */
const TEAMS = 40_000
const YEARS = 10
const LAST_YEAR = 2024
const PIECE = 1 << 20

/** Files of at most five million works each, about 1 kB a record: made where they are not there yet, two at a time. */
export async function smallWorks(articles: number): Promise<string[]> {
  const parts = Array.from({ length: Math.ceil(articles / SMALL_PER_FILE) }, (_, part) => part)
  const paths = parts.map((part) => pathOf(part, Math.min(SMALL_PER_FILE, articles - part * SMALL_PER_FILE)))
  const missing = parts.filter((part) => !existsSync(paths[part] as string))
  const next = async (): Promise<void> => {
    for (let part = missing.shift(); part !== undefined; part = missing.shift())
      await runChild([import.meta.filename, String(part), String(articles)])
  }
  await Promise.all([next(), next()])
  return paths
}

const pathOf = (part: number, works: number) =>
  join(benchFolder, `works-small-${VERSION}-${part}-${works}.jsonl.gz`)

/** @param part from 0; works of different parts have different ids */
async function writePart(part: number, works: number): Promise<void> {
  const path = pathOf(part, works)
  mkdirSync(benchFolder, { recursive: true })
  const unfinished = `${path}.${process.pid}`
  const packed = createGzip({ level: 1 })
  const file = packed.pipe(createWriteStream(unfinished))
  try {
    const world = benchWorld(new SampleRandom(1, 1))
    const random = new SampleRandom(3, part)
    const teams = Array.from({ length: TEAMS }, () => authorships(world, random))
    let text = ''
    for (let i = 0; i < works; i++) {
      text += line(part * SMALL_PER_FILE + i + 1, teams[random.below(TEAMS)] as string, random)
      if (text.length < PIECE) continue
      if (!packed.write(text, 'latin1')) await once(packed, 'drain')
      text = ''
    }
    packed.end(text, 'latin1')
    await finished(file)
    renameSync(unfinished, path)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

function line(number: number, team: string, random: SampleRandom): string {
  const year = LAST_YEAR - random.below(YEARS)
  const [journal, subject] = [random.below(145), SUBJECTS[random.below(SUBJECTS.length)]]
  return (
    `{"id":"https://openalex.org/W${number}","doi":"https://doi.org/10.5555/small.${number}"` +
    `,"publication_year":${year},"publication_date":"${year}-0${1 + random.below(9)}-15","type":"article"` +
    `,"primary_location":{"source":{"id":"https://openalex.org/S${100 + journal}"}},"ni_subjects":["${subject}"]` +
    `,"authorships":[${team}]}\n`
  )
}

/** Six authors or so of one to three institutions, as the API gives them where nothing else is asked for. */
function authorships(world: BenchWorld, random: SampleRandom): string {
  const lead = drawFrom(world.totals, random)
  const near = world.ofCountry[world.institutions[lead]?.country ?? 0] ?? []
  const pool = [lead, ...Array.from({ length: random.below(3) }, () => drawn(world, near, random))]
  const authors = 1 + random.below(12)
  return Array.from({ length: authors }, (_, a) => {
    const own = new Set([pool[a % pool.length] as number])
    if (random.next() < 0.2) own.add(pool[random.below(pool.length)] as number)
    const institutions = [...own].map((at) => shortOf((world.institutions[at] as { json: string }).json))
    return `{"author":{"id":"https://openalex.org/A5${random.below(1e9)}"},"institutions":[${institutions.join(',')}]}`
  }).join(',')
}

const drawn = (world: BenchWorld, near: readonly number[], random: SampleRandom): number =>
  random.next() < 0.6 ? (near[random.below(near.length)] as number) : drawFrom(world.totals, random)

function shortOf(json: string): string {
  const { id, country_code } = JSON.parse(json) as { id: string; country_code: string }
  return JSON.stringify({ id, country_code })
}

if (import.meta.main) {
  const [part = 0, articles = 0] = process.argv.slice(2).map(Number)
  await writePart(part, Math.min(SMALL_PER_FILE, articles - part * SMALL_PER_FILE))
  console.log('null')
}
