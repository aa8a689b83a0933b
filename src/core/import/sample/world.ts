/** The institutions of the sample, by area and region, and with whom each likes to work. The same for every seed. */
import type { Countries } from '../places/countries.ts'
import { loadCountries } from '../places/countries.ts'
import type { InstitutionRecord } from '../places/institution-record.ts'
import type { SampleArea, SampleCity } from './places.ts'
import { loadAreas } from './places.ts'
import { indexIn, mix } from './random.ts'

export interface SampleInstitution {
  name: string
  nameZh: string
  sector: string
  city: SampleCity
  area: number
}

/** A span of institutions (or areas), `to` exclusive. */
export interface Span {
  from: number
  to: number
}

export interface SampleWorld {
  areas: SampleArea[]
  institutions: SampleInstitution[]
  /** Institutions of each area. */
  ofArea: Span[]
  regions: string[]
  regionNames: string[]
  /** Region number of each area. */
  regionOf: Uint8Array
  /** Areas and institutions of each region. */
  areasOfRegion: Span[]
  ofRegion: Span[]
  /** Area of each institution. */
  areaOf: Uint16Array
  /** Running total of the institutions' weights: Share of the area × part of the institution. */
  totals: Float64Array
  /** `PARTNERS` institutions with whom each works more often than with others of their size. */
  partners: Uint16Array
}

export const PARTNERS = 4
/** Numbers of the sample's institutions begin here: no institution of OpenAlex has them. */
export const FIRST_INSTITUTION = 9_900_000_000

/** Kinds of institution within an area, by size: name, Chinese name, sector. */
const KINDS = [
  ['University', '大学', 'education'],
  ['University', '大学', 'education'],
  ['Institute', '研究所', 'facility'],
  ['Hospital', '医院', 'healthcare'],
  ['University', '大学', 'education'],
  ['Laboratory', '实验室', 'government'],
  ['Institute', '研究所', 'facility'],
  ['University', '大学', 'education'],
  ['Hospital', '医院', 'healthcare'],
  ['Company', '公司', 'company'],
  ['Foundation', '基金会', 'nonprofit'],
  ['Academy', '研究院', 'facility'],
] as const

const worlds = new Map<string, SampleWorld>()

/** @param resourcesDir the app's folder of resources. */
export function loadWorld(resourcesDir: string): SampleWorld {
  const known = worlds.get(resourcesDir)
  if (known) return known
  const world = buildWorld(loadAreas(resourcesDir), loadCountries(resourcesDir))
  worlds.set(resourcesDir, world)
  return world
}

function buildWorld(areas: SampleArea[], countries: Countries): SampleWorld {
  const institutions: SampleInstitution[] = []
  const weights: number[] = []
  const names = plainNames(areas)
  const ofArea = areas.map((area, number) => {
    const from = institutions.length
    const count = institutionsIn(area)
    const parts = Array.from({ length: count }, (_, k) => 1 / (k + 1.2))
    const whole = parts.reduce((sum, part) => sum + part, 0)
    const cities = citiesOf(area, parts)
    parts.forEach((part, k) => {
      weights.push((area.share * part) / whole)
      institutions.push(institution(cities[k] as SampleCity, k, number, names))
    })
    return { from, to: institutions.length }
  })
  const regions = [...new Set(areas.map(({ region }) => region))]
  const areasOfRegion = regions.map((region) => ({
    from: areas.findIndex((area) => area.region === region),
    to: areas.findLastIndex((area) => area.region === region) + 1,
  }))
  let sum = 0
  const totals = Float64Array.from(weights, (weight) => (sum += weight))
  const ofRegion = areasOfRegion.map(({ from, to }) => ({
    from: (ofArea[from] as Span).from,
    to: (ofArea[to - 1] as Span).to,
  }))
  return {
    areas,
    institutions,
    ofArea,
    regions,
    regionNames: regions.map((region) => countries.nameOf(region).en),
    regionOf: Uint8Array.from(areas, ({ region }) => regions.indexOf(region)),
    areasOfRegion,
    ofRegion,
    areaOf: Uint16Array.from(institutions, ({ area }) => area),
    totals,
    partners: partnersIn(institutions, totals),
  }
}

/** 3 to 12 in a printed city, 1 to 3 in another place. */
function institutionsIn({ printed, share }: SampleArea): number {
  if (printed === null) return 1 + Number(share > 55) + Number(share > 90)
  return Math.max(3, Math.min(12, 3 + Math.floor(Math.sqrt(printed) / 6)))
}

/** Institutions by size go to the city that lacks most of its part; the smallest to cities that have none. */
function citiesOf({ cities }: SampleArea, parts: readonly number[]): SampleCity[] {
  const whole = cities.reduce((sum, { weight }) => sum + weight, 0)
  const sum = parts.reduce((total, part) => total + part, 0)
  const lack = cities.map(({ weight }) => weight / whole)
  const empty = new Set(cities.keys())
  return parts.map((part, k) => {
    const mustFill = empty.size === parts.length - k
    const at = mustFill ? ([...empty][0] as number) : lack.indexOf(Math.max(...lack))
    empty.delete(at)
    lack[at] = (lack[at] as number) - part / sum
    return cities[at] as SampleCity
  })
}

/** English names of cities. Of namesakes the printed city keeps its name, the others add their region: `Cambridge (US)`. */
function plainNames(areas: readonly SampleArea[]): Map<SampleCity, string> {
  const names = new Map<SampleCity, string>()
  const taken = new Set<string>()
  const isCity = ({ printed, cities }: SampleArea) => Number(printed !== null && cities.length === 1)
  for (const { cities, region } of areas.toSorted((a, b) => isCity(b) - isCity(a))) {
    for (const city of cities) {
      names.set(city, taken.has(city.name) ? `${city.name} (${region})` : city.name)
      taken.add(city.name)
    }
  }
  return names
}

function institution(
  city: SampleCity,
  k: number,
  area: number,
  names: ReadonlyMap<SampleCity, string>,
): SampleInstitution {
  const [kind, kindZh, sector] = KINDS[k % KINDS.length] as (typeof KINDS)[number]
  return {
    name: `${names.get(city) ?? city.name} Sample ${kind} ${k + 1}`,
    nameZh: `${city.nameZh}样例${kindZh}${k + 1}`,
    sector,
    city,
    area,
  }
}

function partnersIn(institutions: readonly SampleInstitution[], totals: Float64Array): Uint16Array {
  const all = totals.at(-1) as number
  return Uint16Array.from({ length: institutions.length * PARTNERS }, (_, i) =>
    indexIn(totals, (mix(i, 77) / 4294967296) * all, 0, totals.length),
  )
}

/** The institutions as a file of institutions would describe them. */
export function institutionRecords({ institutions, areas }: SampleWorld): InstitutionRecord[] {
  return institutions.map(({ name, nameZh, sector, city, area }, i) => ({
    openalex: FIRST_INSTITUTION + i,
    ror: null,
    name,
    nameZh,
    city: {
      name: city.name,
      nameZh: city.nameZh,
      geonames: null,
      division: null,
      latitude: city.latitude,
      longitude: city.longitude,
    },
    country: (areas[area] as SampleArea).region,
    sector,
    lineage: [],
    active: true,
  }))
}
