/** Institution, city and country of a printed address, by the place of its parts between commas. */
import type { AffiliationRecord } from '../affiliations/article-record.ts'
import type { Countries } from '../places/countries.ts'
import { isDivision, isDivisionCode } from '../addresses/divisions.ts'
import { institutionAt } from './institution-words.ts'

/** Regions of China that stand before it and have a code of their own. */
const BEFORE_CHINA: Readonly<Record<string, string>> = {
  'hong kong': 'HK',
  macau: 'MO',
  macao: 'MO',
  taiwan: 'TW',
}

export function countryOf(text: string, countries: Countries): string | null {
  const name = text.replace(/\.+$/, '').trim()
  if (name.length < 3 && name !== 'UK') return null
  return countries.codeOf(name)
}

interface Located {
  /** Parts before the country, without postal codes. */
  parts: string[]
  country: string | null
}

function locate(address: string, countries: Countries): Located {
  const parts = address
    .replace(/[.\s]+$/, '')
    .split(/[,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  let last = parts.pop() ?? ''
  // `MA 02139 USA`: division, postal code and country in one part.
  const joined = /^(.+)\s(USA)$/.exec(last)
  if (joined) {
    parts.push(joined[1] as string)
    last = 'USA'
  }
  let country = countryOf(last, countries)
  if (country === null) parts.push(last)
  const before = BEFORE_CHINA[(parts.at(-1) ?? '').toLowerCase()]
  if (country === 'CN' && before) {
    country = before
    // Hong Kong and Macao are cities too.
    if (before === 'TW') parts.pop()
  }
  const [first = '', ...rest] = parts
  return { parts: [first, ...rest.map(withoutPostalCode)].filter((part) => part !== ''), country }
}

/** A part without the words that hold digits (`S-75105 Uppsala`, `Oxford OX1 3QU`, `Paris Cedex 05`). */
function withoutPostalCode(part: string): string {
  return part
    .replace(/\b(?:[A-Z]{1,2}-)?\d{4}\s?[A-Z]{2}\b/g, '')
    .split(/\s+/)
    .filter((word) => !/\d/.test(word) && !/^cedex$/i.test(word))
    .join(' ')
    .trim()
}

/** The city among the parts that follow the institution: the last that is no division; of divisions alone the first. */
function cityOf(rest: readonly string[], country: string | null): string | null {
  const plain = rest.filter((part) => !isDivision(part, country))
  return plain.at(-1) ?? rest.find((part) => !isDivisionCode(part)) ?? null
}

/** Scopus: from the smallest unit to the largest (`Dept, University, City, Division, Country`). */
export function addressFromSmall(address: string, countries: Countries): AffiliationRecord {
  const { parts, country } = locate(address, countries)
  const at = institutionAt(parts, (part) => isDivision(part, country))
  return recordOf(address, parts, at, country)
}

/** Web of Science: the organisation first (`Univ Oslo, Dept Phys, Oslo, Norway`). */
export function addressFromLarge(address: string, countries: Countries): AffiliationRecord {
  const { parts, country } = locate(address, countries)
  return recordOf(address, parts, 0, country)
}

const CAMPUSES =
  /^(berkeley|davis|irvine|los angeles|merced|riverside|san diego|san francisco|santa barbara|santa cruz)$/i

function recordOf(
  raw: string,
  parts: readonly string[],
  at: number,
  country: string | null,
): AffiliationRecord {
  const name = parts[at]
  const rest = parts.slice(at + 1)
  const campus =
    /^university of california$/i.test(name ?? '') && CAMPUSES.test(rest[0] ?? '') ? `, ${rest[0]}` : ''
  return {
    institution: name === undefined ? null : { id: null, name: name + campus },
    city: cityOf(rest, country),
    country,
    raw,
  }
}
