/** What came of an import, in a sentence or two: made from the index and its report, true of both, never advice alone. */
import type { CameOfIt, ImportReport } from '../../shared/contract/import-report.ts'
import type { EntityName } from '../../shared/domain/entity-names.ts'
import { patchQuery } from '../../shared/address/query.ts'
import { addressOf } from '../../shared/address/view-of.ts'
import { formatNumber } from '../../shared/format/numbers.ts'
import type { Language } from '../../shared/domain/language.ts'
import { inEveryLanguage } from '../../shared/domain/language.ts'
import { translate } from '../../shared/i18n/index.ts'
import type { IndexFacts } from './index-facts.ts'

type Institutions = ImportReport['institutions']

/** @param institutions of the latest report; null of an index that has none */
export function cameOfIt(dataset: string, facts: IndexFacts, institutions: Institutions | null): CameOfIt {
  const { ranked: by } = facts
  const query = patchQuery({}, { dataset, by: by === 'city' ? null : by })
  return {
    finding: inEveryLanguage((language) => sentence(language, facts, institutions)),
    by,
    view: by && addressOf({ path: '/', query }),
    command: by && commandOf(dataset, by),
  }
}

const commandOf = (dataset: string, by: EntityName) =>
  `rank --dataset ${dataset}${by === 'city' ? '' : ` --by ${by}`}`

function sentence(language: Language, facts: IndexFacts, institutions: Institutions | null): string {
  const say = (key: string, values = {}) => translate(language, `came.${key}`, values)
  const counted = (key: string, n: number) =>
    say(`${key}.${n === 1 ? 'one' : 'more'}`, { n: formatNumber(n, 0, language) })
  const [first] = facts.years
  const last = facts.years.at(-1)
  if (first === undefined || last === undefined) return say('nothing')
  const values = {
    articles: counted('articles', facts.articles),
    years: first === last ? String(first) : say('period', { first, last }),
    institutions: counted('institutions', facts.institutions),
    cities: counted('cities', facts.cities),
    countries: counted('countries', facts.countries),
    percent: percentText(facts.placed, language),
  }
  if (facts.cities > 0) {
    const whole = facts.placed > 1 - 1e-9
    if (whole) return say('inCities', values)
    return say('partly', values) + (recordsOf(facts, institutions, say, counted) || say('stop'))
  }
  const where = facts.countries > 0 ? 'inCountries' : facts.institutions > 0 ? 'institutionsOnly' : 'nowhere'
  return say(where, values) + why(facts, institutions, say, counted)
}

type Say = (key: string, values?: object) => string
type Counted = (key: string, n: number) => string

/** Why no city is known. */
function why(facts: IndexFacts, institutions: Institutions | null, say: Say, counted: Counted): string {
  if (institutions === null || institutions.read === 0)
    return say(facts.institutions > 0 ? 'noFile' : 'unnamed')
  return recordsOf(facts, institutions, say, counted) || say('recordsWithoutCity')
}

/** How many of the institutions are among the records given; nothing where most are, or no record was given. */
function recordsOf(facts: IndexFacts, institutions: Institutions | null, say: Say, counted: Counted): string {
  if (institutions === null || institutions.read === 0) return facts.placed < 0.5 ? say('noFile') : ''
  const { read, matched, unmatched } = institutions
  const named = matched + unmatched
  if (named === 0 || matched * 2 >= named) return ''
  const values = {
    matched: counted('number', matched),
    named: counted('named', named),
    read: counted('records', read),
  }
  return say('matched', values)
}

/** Never 100 % of what is not whole, nor 0 % of what is not nothing. */
function percentText(part: number, language: Language): string {
  const percent = Math.min(99.9, Math.max(0.1, Math.round(part * 1000) / 10))
  return formatNumber(percent, 1, language)
}
