/** Share of a city by subject and year: what is drawn, and how each subject changed. */
import type { CityProfile, SubjectRow } from '../../contract/cities.ts'
import type { Provenance, Qualifier } from '../../contract/common.ts'
import type { InstitutionProfile } from '../../contract/institutions.ts'
import type { Language } from '../../domain/language.ts'
import type { SUBJECTS } from '../../domain/subjects.ts'
import { shortName } from '../../format/names.ts'
import { ownOf, pointAt, sharesOf, slotsOf } from '../compare/from-profiles.ts'
import type { Slot } from '../compare/spec.ts'

export type CitySubject = (typeof SUBJECTS)[number]

export interface SubjectChange {
  from: number
  to: number
  /** Of adjusted Share. */
  percent: number
  qualifier: Qualifier
  /** As printed; absent where that is not known. */
  decimals?: number | undefined
  of: Provenance
}

export interface SubjectPoint {
  value: number
  low?: number
  high?: number
  hollow: boolean
}

export interface SubjectLine {
  subject: CitySubject
  /** By slot; null where nothing is known. */
  points: (SubjectPoint | null)[]
  /** Share of the last slot; null where it is not known. */
  last: number | null
  change: SubjectChange | null
  /** The subject's weight in the city against the whole index. */
  weight: number | null
}

export type SeriesKind = 'city' | 'institution'

export interface CitySeries {
  language: Language
  /** What `city` is. */
  kind: SeriesKind
  dataset: string
  cityId: string
  city: string
  year: number
  published: boolean
  provenance: Provenance
  slots: Slot[]
  /** In the order of subjects. */
  lines: SubjectLine[]
  /** Period of most changes, for the head of their column. */
  period: { from: number; to: number } | null
}

/** What the lines need of a profile: a city's, or an institution's under `city`. */
export type SeriesProfile = Pick<CityProfile, 'dataset' | 'year' | 'headline' | 'subjects' | 'series'> & {
  city: Pick<CityProfile['city'], 'cityId' | 'name' | 'nameZh'>
  /** A city where nothing is said. */
  kind?: SeriesKind
}

/** An institution's profile as the parts of a city's page and its figures take it. */
export function asSeriesProfile(profile: InstitutionProfile) {
  const { id, name, nameZh } = profile.institution
  return { ...profile, city: { cityId: id, name, nameZh }, kind: 'institution' as const }
}

/** Up to the year of the profile; a published edition says its changes itself. */
export function citySeries(profile: SeriesProfile, language: Language): CitySeries {
  const published = profile.headline.provenance === 'printed'
  const said = ownOf(sharesOf(profile)).filter(
    ({ subject, year }) => subject !== 'all' && year <= profile.year,
  )
  const slots = slotsOf(said)
  const lines = profile.subjects.map((row): SubjectLine => {
    const points = slots.map((slot) => pointAt(said, row.subject, slot))
    return {
      subject: row.subject as CitySubject,
      points,
      last: points.at(-1)?.value ?? null,
      change: published ? printedChange(row, profile.year) : computedChange(profile, row.subject),
      weight: row.specialisation,
    }
  })
  return {
    language,
    kind: profile.kind ?? 'city',
    dataset: profile.dataset,
    cityId: profile.city.cityId,
    city: shortName(profile.city, language),
    year: profile.year,
    published,
    provenance: profile.headline.provenance,
    slots,
    lines,
    period: usualPeriod(lines),
  }
}

/** Of adjusted Share from the first year that has one to the profile's, in one scope. */
function computedChange({ series, year }: SeriesProfile, subject: string): SubjectChange | null {
  const own = series.filter((point) => point.subject === subject && point.year <= year)
  const last = own.find((point) => point.year === year)
  const first = own.find((point) => (point.adjustedShare ?? 0) > 0 && point.scope === last?.scope)
  if (!first || last?.adjustedShare == null || !first.adjustedShare || first.year >= year) return null
  return {
    from: first.year,
    to: year,
    percent: 100 * (last.adjustedShare / first.adjustedShare - 1),
    qualifier: 'exact',
    of: last.provenance,
  }
}

/** The longest period of which a change was printed; of one printed as a difference of Share the percentage is reckoned. */
function printedChange(row: SubjectRow, year: number): SubjectChange | null {
  const printed = row.otherChanges.flatMap(
    ({ from, to, value, unit, qualifier, decimals }): SubjectChange[] => {
      if (unit === 'percent') return [{ from, to, percent: value, qualifier, decimals, of: 'printed' }]
      const base = row.share === null ? 0 : row.share - value
      return base > 0 ? [{ from, to, percent: (100 * value) / base, qualifier, of: 'computed' }] : []
    },
  )
  if (row.changePct !== null)
    printed.push({
      from: year - 1,
      to: year,
      percent: row.changePct,
      qualifier: row.changePctQualifier ?? 'exact',
      decimals: row.printedDecimals?.changePct,
      of: 'printed',
    })
  return printed.sort((a, b) => b.to - b.from - (a.to - a.from))[0] ?? null
}

function usualPeriod(lines: readonly SubjectLine[]): CitySeries['period'] {
  const periods = Map.groupBy(
    lines.flatMap(({ change }) => (change ? [change] : [])),
    ({ from, to }) => `${from}–${to}`,
  )
  const most = [...periods.values()].sort(
    (a, b) =>
      b.length - a.length || (b[0]?.to ?? 0) - (b[0]?.from ?? 0) - ((a[0]?.to ?? 0) - (a[0]?.from ?? 0)),
  )[0]?.[0]
  return most ? { from: most.from, to: most.to } : null
}
