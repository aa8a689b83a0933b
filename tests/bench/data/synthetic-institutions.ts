/** 10,000 institutions in 2,000 cities of 100 countries; sizes fall with the rank. Only their words reach the file. */
import type { SampleRandom } from '../../../src/core/import/sample/random.ts'
import { indexIn } from '../../../src/core/import/sample/random.ts'

export interface BenchInstitution {
  /** As it stands in an authorship. */
  json: string
  /** The printed affiliation, without the department. */
  raw: string
  city: number
  country: number
}

export interface BenchWorld {
  institutions: BenchInstitution[]
  totals: Float64Array
  ofCity: number[][]
  ofCountry: number[][]
}

const INSTITUTIONS = 10_000
const CITIES = 2000
const COUNTRIES = 100
const FIRST = 4_210_000_000
const KNOWN = ['US', 'CN', 'DE', 'GB', 'JP', 'FR', 'KR', 'CA', 'CH', 'AU', 'IT', 'ES', 'IN', 'NL', 'SE']
const KINDS = ['University', 'Institute of Technology', 'Medical School', 'National Laboratory', 'Academy']
const SYLLABLES = 'ka lo mi ren su ta vel win yor zan bri dor el fan gri hol'.split(' ')

/** Running totals of weights. */
export function runningTotals(count: number, weight: (i: number) => number): Float64Array {
  let sum = 0
  return Float64Array.from({ length: count }, (_, i) => (sum += weight(i)))
}

export function drawFrom(totals: Float64Array, random: SampleRandom): number {
  return indexIn(totals, random.next() * (totals.at(-1) as number), 0, totals.length)
}

export function benchWorld(random: SampleRandom): BenchWorld {
  const codes = countryCodes()
  const countries = runningTotals(COUNTRIES, (i) => 1 / (i + 1))
  const cities = Array.from({ length: CITIES }, (_, i) => ({
    name: word(random),
    country: i < COUNTRIES ? i : drawFrom(countries, random),
  }))
  const cityTotals = runningTotals(CITIES, (i) => 1 / (i + 4))
  const ofCity: number[][] = cities.map(() => [])
  const ofCountry: number[][] = codes.map(() => [])
  const institutions = Array.from({ length: INSTITUTIONS }, (_, i) => {
    const city = drawFrom(cityTotals, random)
    const { name: place, country } = cities[city] as (typeof cities)[number]
    const name = `${random.next() < 0.5 ? place : word(random)} ${KINDS[random.below(KINDS.length)]}`
    const code = codes[country] as string
    ofCity[city]?.push(i)
    ofCountry[country]?.push(i)
    const ror = `https://ror.org/0${(i * 7919 + 1_000_000).toString(36)}${10 + (i % 90)}`
    const id = `https://openalex.org/I${FIRST + i}`
    return {
      json: `{"id":"${id}","display_name":"${name}","ror":"${ror}","country_code":"${code}","type":"education"}`,
      raw: `${name}, ${place}, ${code}`,
      city,
      country,
    }
  })
  return { institutions, totals: runningTotals(INSTITUTIONS, (i) => 1 / (i + 8)), ofCity, ofCountry }
}

function countryCodes(): string[] {
  const codes = [...KNOWN]
  for (let i = 0; codes.length < COUNTRIES; i++) {
    const code = String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26))
    if (!codes.includes(code)) codes.push(code)
  }
  return codes
}

function word(random: SampleRandom): string {
  const text = Array.from({ length: 2 + random.below(2) }, () => SYLLABLES[random.below(SYLLABLES.length)])
  const joined = text.join('')
  return (joined[0] as string).toUpperCase() + joined.slice(1)
}
