/** Writes the articles of a plan as OpenAlex-like works, a line each, for the path that users' files take. */
import { SUBJECTS } from '../../../shared/domain/subjects.ts'
import { mix } from './random.ts'
import type { SampleWorld } from './world.ts'
import { FIRST_INSTITUTION } from './world.ts'
import type { YearPlan } from './year-plan.ts'
import { COUNTRIES_FROM } from './year-plan.ts'

export interface SampleWorks {
  plan: YearPlan
  seed: number
}

/** Numbers of the sample's articles, journals and authors begin here: OpenAlex has none of them. */
const FIRST_WORK = 9_900_000_000
const FIRST_SOURCE = 9_900_000_000
const FIRST_AUTHOR = 9_900_000_000
/** Numbers kept for a year's articles, and for an institution's authors. */
const WORKS_A_YEAR = 1_000_000
const AUTHORS_AN_INSTITUTION = 10_000
/** People among whom an article's first author of an institution is chosen. */
const PEOPLE = 900
const JOURNALS_A_SUBJECT = 29
const PIECE_CHARACTERS = 1 << 18

/** What the sample calls each subject, and topics for titles. */
const WORDS: Record<(typeof SUBJECTS)[number], { name: string; department: string; topics: string[] }> = {
  chemistry: {
    name: 'Chemistry',
    department: 'Department of Chemistry',
    topics: ['catalysts', 'polymers', 'batteries', 'molecular cages', 'electrolytes', 'peptide synthesis'],
  },
  'physical-sciences': {
    name: 'Physics',
    department: 'School of Physics',
    topics: ['superconductors', 'thin films', 'neutron stars', 'quantum light', 'solar cells', 'plasmas'],
  },
  'biological-sciences': {
    name: 'Biology',
    department: 'Institute of Life Sciences',
    topics: ['gene regulation', 'cell division', 'protein folding', 'plant immunity', 'memory', 'microbes'],
  },
  'earth-environmental-sciences': {
    name: 'Earth and Environment',
    department: 'Department of Earth Sciences',
    topics: ['monsoon rain', 'sea ice', 'soil carbon', 'earthquakes', 'river sediments', 'coral reefs'],
  },
  'health-sciences': {
    name: 'Health',
    department: 'Faculty of Medicine',
    topics: ['blood pressure', 'cancer screening', 'vaccines', 'sleep', 'diabetes', 'stroke care'],
  },
}

/** Articles `from` to below `to` of the plan, in pieces of whole lines. `onPiece` hears which author comes next. */
export function* writeWorks(
  { plan, seed }: SampleWorks,
  { from, to }: { from: number; to: number },
  world: SampleWorld,
  onPiece?: (author: number) => void,
): Generator<Buffer> {
  const writer = new WorkWriter(plan, seed, world)
  let piece: string[] = []
  let size = 0
  for (let article = from; article < to; article++) {
    const line = writer.line(article)
    piece.push(line)
    size += line.length
    if (size < PIECE_CHARACTERS && article + 1 < to) continue
    yield Buffer.from(piece.join(''))
    onPiece?.(plan.firstAuthor[article + 1] as number)
    piece = []
    size = 0
  }
}

class WorkWriter {
  private readonly plan: YearPlan
  private readonly seed: number
  private readonly world: SampleWorld
  private readonly ids: string[]

  constructor(plan: YearPlan, seed: number, world: SampleWorld) {
    this.plan = plan
    this.seed = seed
    this.world = world
    this.ids = world.institutions.map((_, i) => `{"id":"https://openalex.org/I${FIRST_INSTITUTION + i}"}`)
  }

  line(article: number): string {
    const { plan, seed } = this
    const number = `${plan.year}-${article + 1}`
    const hash = mix(article + plan.year * WORKS_A_YEAR, seed)
    const subjects = SUBJECTS.filter((_, k) => ((plan.subjects[article] as number) >> k) & 1)
    const first = SUBJECTS.indexOf(subjects[0] as (typeof SUBJECTS)[number])
    const { name, department, topics } = WORDS[subjects[0] as (typeof SUBJECTS)[number]]
    const journal = hash % JOURNALS_A_SUBJECT
    const topic = topics[(hash >>> 8) % topics.length] as string
    const id = FIRST_WORK + (plan.year % 100) * WORKS_A_YEAR + article + 1
    return (
      `{"id":"https://openalex.org/W${id}","doi":"https://doi.org/10.5555/sample.${seed}.${number}"` +
      `,"title":"Sample article ${number} on ${topic}","publication_year":${plan.year},"type":"article"` +
      `,"primary_location":{"source":{"id":"https://openalex.org/S${FIRST_SOURCE + first * 100 + journal}"` +
      `,"display_name":"Sample Journal of ${name} ${journal + 1}"}},"subjects":["${subjects.join('","')}"]` +
      `,"authorships":[${this.authorships(article, hash, department)}]}\n`
    )
  }

  private authorships(article: number, hash: number, department: string): string {
    const { firstAuthor, firstAffiliation, affiliations } = this.plan
    const [from, to] = [firstAuthor[article] as number, firstAuthor[article + 1] as number]
    let text = ''
    for (let author = from; author < to; author++) {
      const [start, end] = [firstAffiliation[author] as number, firstAffiliation[author + 1] as number]
      const home = start < end ? (affiliations[start] as number) : COUNTRIES_FROM
      const person = (mix(hash, home) % PEOPLE) + (author - from) + 1
      if (author > from) text += ','
      text += `{"author":{"id":"https://openalex.org/A${FIRST_AUTHOR + home * AUTHORS_AN_INSTITUTION + person}"`
      text += `,"display_name":"Sample Author ${home + 1}-${person}"},`
      text += `${this.affiliations(start, end, department)}}`
    }
    return text
  }

  private affiliations(start: number, end: number, department: string): string {
    const { institutions, regionOf, regions, regionNames } = this.world
    let ids = ''
    let countries = ''
    let raw = ''
    for (let at = start; at < end; at++) {
      const code = this.plan.affiliations[at] as number
      const comma = at > start ? ',' : ''
      const found = institutions[code]
      if (found) {
        ids += comma + (this.ids[code] as string)
        raw += `${comma}"${department}, ${found.name}, ${found.city.name}, ${regionNames[regionOf[found.area] as number]}"`
      } else {
        countries += `${comma}"${regions[code - COUNTRIES_FROM]}"`
        raw += `${comma}"Sample address in ${regionNames[code - COUNTRIES_FROM]}"`
      }
    }
    return `"institutions":[${ids}],"countries":[${countries}],"raw_affiliation_strings":[${raw}]`
  }
}
