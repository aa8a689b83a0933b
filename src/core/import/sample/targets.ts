/** What each area's Share should be in each year, and of which subjects its articles are. */
import { SUBJECTS } from '../../../shared/domain/subjects.ts'
import { LAST_YEAR } from './places.ts'
import { mix } from './random.ts'
import type { SampleWorld } from './world.ts'

export const FIRST_YEAR = 2019
/** Health sciences are in the index from this year. */
export const HEALTH_FROM = 2022
const HEALTH = SUBJECTS.indexOf('health-sciences')
/** Health journals of 2022, as a part of those of 2023. */
const HEALTH_BEFORE = 0.93

/** A part for each subject but the health sciences, in the order of the list: a new subject asks for its parts. */
type PartsOf<List extends readonly string[]> = List extends readonly [
  infer First,
  ...infer Rest extends string[],
]
  ? First extends 'health-sciences'
    ? PartsOf<Rest>
    : readonly [number, ...PartsOf<Rest>]
  : readonly []

/**
 * What is typical of a region's articles; plausible figures of ours. `grown`: Share of 2019 in the natural sciences as a
 * part of that of 2023; `health`: part of the health sciences; `fields`: chemistry, physical, biological, earth sciences;
 * `sites`: further institutions of an article.
 */
interface Profile {
  grown: number
  health: number
  fields: PartsOf<typeof SUBJECTS>
  sites: number
}

const EUROPE: Profile = { grown: 1.04, health: 0.14, fields: [0.22, 0.33, 0.32, 0.13], sites: 5 }
const PROFILES: Record<string, Profile> = {
  CN: { grown: 0.68, health: 0.05, fields: [0.38, 0.34, 0.18, 0.1], sites: 3.4 },
  HK: { grown: 0.8, health: 0.07, fields: [0.33, 0.39, 0.18, 0.1], sites: 3.4 },
  US: { grown: 1.1, health: 0.19, fields: [0.2, 0.27, 0.42, 0.11], sites: 3.6 },
  JP: { grown: 1.08, health: 0.08, fields: [0.3, 0.4, 0.22, 0.08], sites: 3 },
  KR: { grown: 0.95, health: 0.07, fields: [0.36, 0.4, 0.17, 0.07], sites: 2.2 },
  IN: { grown: 0.85, health: 0.05, fields: [0.42, 0.37, 0.12, 0.09], sites: 1.8 },
  SG: { grown: 0.97, health: 0.1, fields: [0.33, 0.38, 0.22, 0.07], sites: 3 },
  CA: { grown: 1.04, health: 0.17, fields: [0.21, 0.27, 0.36, 0.16], sites: 3.8 },
  AU: { grown: 1, health: 0.19, fields: [0.18, 0.27, 0.33, 0.22], sites: 4 },
  SA: { grown: 0.72, health: 0.04, fields: [0.4, 0.4, 0.13, 0.07], sites: 4 },
}

export interface YearTargets {
  year: number
  /** Share wanted of each area. */
  shares: Float64Array
  /** By area and subject: running chances of an article's first subject. */
  subjects: Float64Array
  /** By area: chance that one more institution takes part. */
  further: Float64Array
  /** Articles of the year: what is wanted, and what goes to no city. */
  articles: number
}

/** Parts of authors who draw no affiliation, and of those of whom only the country is known; in the end a fifth fewer. */
export const UNAFFILIATED = 0.005
export const COUNTRY_ONLY = 0.009

/** @param scale 1 = the printed Shares. */
export function yearTargets(world: SampleWorld, year: number, scale: number): YearTargets {
  const size = world.areas.length
  const shares = new Float64Array(size)
  const subjects = new Float64Array(size * SUBJECTS.length)
  const further = new Float64Array(size)
  let sum = 0
  world.areas.forEach(({ share, region }, area) => {
    const profile = PROFILES[region] ?? EUROPE
    const health = profile.health * between(0.6, 1.4, area, 1)
    const grown = profile.grown * between(0.9, 1.08, area, 2)
    const natural =
      share * (1 - health) * (grown + ((1 - grown) * (year - FIRST_YEAR)) / (LAST_YEAR - FIRST_YEAR))
    const healthShare = year < HEALTH_FROM ? 0 : share * health * (year < LAST_YEAR ? HEALTH_BEFORE : 1)
    shares[area] = scale * (natural + healthShare)
    further[area] = profile.sites / (1 + profile.sites)
    fillSubjects(subjects, area, profile, healthShare / (natural + healthShare))
    sum += shares[area] as number
  })
  const articles = Math.round(sum / (1 - UNAFFILIATED - COUNTRY_ONLY))
  return { year, shares, subjects, further, articles }
}

function fillSubjects(subjects: Float64Array, area: number, { fields }: Profile, health: number): void {
  const weights = fields.map((part, k) => part * between(0.7, 1.3, area, 10 + k))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  let running = 0
  let natural = 0
  SUBJECTS.forEach((_, k) => {
    running += k === HEALTH ? health : ((weights[natural++] as number) / whole) * (1 - health)
    subjects[area * SUBJECTS.length + k] = running
  })
}

/** What is particular to an area, the same for every seed. */
function between(least: number, most: number, area: number, what: number): number {
  return least + ((most - least) * mix(area, what)) / 4294967296
}
