/**
 * Invented exports of Scopus, Web of Science and Dimensions, 100 records each, and the Shares that follow from the
 * invention: exact fractions of what was meant, not of what is read.
 */
import { Rational } from '../reference/rational.ts'

export interface Place {
  institution: string
  city: string
  country: string
  /** Country as each source writes it. */
  scopus: string
  wos: string
}

const place = (institution: string, city: string, country: string, scopus: string, wos: string): Place => ({
  institution,
  city,
  country,
  scopus,
  wos,
})

export const PLACES: readonly Place[] = [
  place('University of Northhaven', 'Oslo', 'NO', 'Oslo, Norway', 'N-0316 Oslo, Norway'),
  place('Simula Research Laboratory', 'Oslo', 'NO', 'Oslo, Norway', 'Oslo, Norway'),
  place('Uppsala University', 'Uppsala', 'SE', 'Uppsala, Sweden', 'S-75105 Uppsala, Sweden'),
  place(
    'Hunan Normal University',
    'Changsha',
    'CN',
    'Changsha, Hunan, China',
    'Changsha 410081, Hunan, Peoples R China',
  ),
  place(
    'Lakeside Institute of Technology',
    'Cambridge',
    'US',
    'Cambridge, MA, United States',
    'Cambridge, MA 02139 USA',
  ),
  place('Hospital Clínico São João', 'Porto', 'PT', '4200-319 Porto, Portugal', 'P-4200319 Porto, Portugal'),
  place('Université de l’Orme', 'Lyon', 'FR', 'Lyon Cedex 03, France', 'F-69003 Lyon 03, France'),
  place(
    'Ben & Sons Research Centre',
    'Leeds',
    'GB',
    'Leeds, United Kingdom',
    'Leeds LS2 9JT, W Yorkshire, England',
  ),
  place(
    'Gulf College of Medicine',
    'Abu Dhabi',
    'AE',
    'Abu Dhabi, United Arab Emirates',
    'Abu Dhabi, U Arab Emirates',
  ),
  place(
    'Indian Academy of Letters',
    'Bangalore',
    'IN',
    'Bangalore, Karnataka, India',
    'Bangalore 560012, Karnataka, India',
  ),
]

export interface Author {
  last: string
  first: string
  places: Place[]
}

export type Oddity =
  | 'plain'
  | 'suffix'
  | 'particle'
  | 'repeated'
  | 'homeless'
  | 'entity'
  | 'semicolon'
  | 'early-access'
  | 'namesakes'
  | 'group'
  | 'many'
  | 'conference'
  | 'editorial'
  | 'erratum'
  | 'retracted'
  | 'anonymous'
  | 'cut'
  | 'orphan'
  | 'no-year'

export interface Invented {
  number: number
  year: number
  oddity: Oddity
  authors: Author[]
}

/** Whether a record of this kind counts; those that do not are rejected for one reason. */
export const REJECTED: Partial<Record<Oddity, string>> = {
  conference: 'type',
  editorial: 'type',
  erratum: 'type',
  anonymous: 'no-authors',
  cut: 'truncated-authors',
  orphan: 'unpaired',
  'no-year': 'year',
}

const ODDITIES: readonly Oddity[] = [
  'plain',
  'suffix',
  'particle',
  'repeated',
  'homeless',
  'entity',
  'semicolon',
  'early-access',
  'namesakes',
  'group',
  'many',
  'conference',
  'editorial',
  'erratum',
  'retracted',
  'anonymous',
  'cut',
  'orphan',
  'no-year',
]

/** A small generator of our own, so that the files are the same everywhere. */
function random(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const LASTS = [
  'Alpha',
  'Beta',
  'Gamma',
  'Delta',
  'Epsilon',
  'Zeta',
  'Eta',
  'Theta',
  'Iota',
  'Kappa',
  'Lambda',
  'Mü',
]
const FIRSTS = ['Ann', 'Bo', 'Cy', 'Dee', 'Eve', 'Flo']

export function invent(seed: number, records = 100): Invented[] {
  const draw = random(seed)
  return Array.from({ length: records }, (_, at) => {
    const oddity = ODDITIES[at % ODDITIES.length] as Oddity
    const count = oddity === 'many' ? 150 : oddity === 'namesakes' || oddity === 'orphan' ? 3 : 1 + draw(5)
    const used = new Set<string>()
    const authors = Array.from({ length: count }, (_, i): Author => {
      let last = LASTS[draw(LASTS.length)] as string
      while (used.has(last) || count > 10) {
        if (count > 10) {
          last = `${last}${'abcdefghij'[Math.floor(i / 10) % 10]}${'abcdefghij'[i % 10]}${i >= 100 ? 'x' : ''}`
          break
        }
        last = LASTS[draw(LASTS.length)] as string
      }
      used.add(last)
      const places = Array.from({ length: 1 + draw(3) }, () => PLACES[draw(PLACES.length)] as Place)
      return { last, first: FIRSTS[draw(FIRSTS.length)] as string, places: [...new Set(places)] }
    })
    const [one] = authors as [Author]
    if (oddity === 'suffix') one.last += ' Jr.'
    if (oddity === 'particle') one.last = 'van der Velde'
    if (oddity === 'repeated') one.places = [...one.places, one.places[0] as Place]
    if (oddity === 'homeless') one.places = []
    if (oddity === 'entity') one.places = [PLACES[7] as Place]
    if (oddity === 'namesakes') {
      authors[1] = { ...(authors[1] as Author), last: one.last, first: one.first, places: one.places }
    }
    return { number: at + 1, year: 2020 + draw(4), oddity, authors }
  })
}

export interface Shares {
  institutions: Map<string, Rational>
  cities: Map<string, Rational>
  countries: Map<string, Rational>
}

/** Exact Shares of a year of what was meant: 1 / authors, then by the distinct institutions of each. */
export function meantShares(records: readonly Invented[], year: number, counts = counted): Shares {
  const parts = {
    institutions: new Map<string, Rational[]>(),
    cities: new Map<string, Rational[]>(),
    countries: new Map<string, Rational[]>(),
  }
  const add = (map: Map<string, Rational[]>, key: string, part: Rational) =>
    map.set(key, [...(map.get(key) ?? []), part])
  for (const record of records.filter((each) => each.year === year && counts(each))) {
    for (const { places } of record.authors) {
      const distinct = [...new Set(places)]
      for (const { institution, city, country } of distinct) {
        const part = new Rational(1, record.authors.length * distinct.length)
        add(parts.institutions, institution, part)
        add(parts.cities, city, part)
        add(parts.countries, country, part)
      }
    }
  }
  const summed = (map: Map<string, Rational[]>) =>
    new Map([...map].map(([key, list]) => [key, Rational.sum(list)]))
  return {
    institutions: summed(parts.institutions),
    cities: summed(parts.cities),
    countries: summed(parts.countries),
  }
}

export const counted = ({ oddity }: Invented): boolean =>
  REJECTED[oddity] === undefined && oddity !== 'retracted'
