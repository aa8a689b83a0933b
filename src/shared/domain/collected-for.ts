/** What the articles of an index were fetched for, where they are not all there are: kept with it, told wherever it is shown. */

/** Affiliations of OpenAlex come from its matcher of before or after 28 September 2026. */
export type Matcher = 'before' | 'after' | 'unknown'

/** The day from which OpenAlex's affiliations come from another matcher; it left `updated_date` as it was. */
export const NEW_MATCHER = '2026-09-28'

/** @param date as `2026-09-30`, with or without a time of day */
export function matcherOf(date: string | null | undefined): Matcher {
  if (!date) return 'unknown'
  return date < NEW_MATCHER ? 'before' : 'after'
}

export interface CollectedPlace {
  kind: 'city' | 'country' | 'institution'
  name: string
  nameZh: string | null
  /** Alpha-2 of a country, OpenAlex's id of an institution; null of a city. */
  id: string | null
  /** Alpha-2; null of an institution of which no file tells it. */
  country: string | null
}

/** First and last day, as `2026-09-30`. */
export interface DateRange {
  from: string
  to: string
}

export interface CollectedFor {
  places: CollectedPlace[]
  years: { from: number; to: number }
  /** With what belongs to the institutions. */
  lineage: boolean
  /** ISSNs and ids of sources; empty for all. */
  journals: string[]
  /** Numbers of OpenAlex's fields; empty for all. */
  fields: number[]
  /** When the recipe was made; null where it does not say. */
  madeOn: string | null
  matcher: Matcher
  /** When the files were fetched; null where none says it. */
  fetched: DateRange | null
}

/** Both together, as of files of two recipes that are joined in one index. */
export function joinCollected(a: CollectedFor, b: CollectedFor): CollectedFor {
  const fetched = joinDates([a.fetched, b.fetched])
  const known = new Set(a.places.map(placeKey))
  const both = <T>(one: readonly T[], other: readonly T[]): T[] =>
    one.length === 0 || other.length === 0 ? [] : [...new Set([...one, ...other])]
  return {
    places: [...a.places, ...b.places.filter((place) => !known.has(placeKey(place)))],
    years: { from: Math.min(a.years.from, b.years.from), to: Math.max(a.years.to, b.years.to) },
    lineage: a.lineage || b.lineage,
    journals: both(a.journals, b.journals),
    fields: both(a.fields, b.fields),
    madeOn:
      [a.madeOn, b.madeOn]
        .filter((date) => date !== null)
        .sort()
        .at(-1) ?? null,
    matcher: a.matcher === b.matcher ? a.matcher : 'unknown',
    fetched,
  }
}

const placeKey = ({ kind, id, name, country }: CollectedPlace) => [kind, id ?? name, country].join('\0')

/** From the first to the last of all; null where there is none. */
export function joinDates(ranges: readonly (DateRange | null | undefined)[]): DateRange | null {
  const known = ranges.filter((range) => range !== null && range !== undefined)
  const [from] = known.map((range) => range.from).sort()
  const to = known
    .map((range) => range.to)
    .sort()
    .at(-1)
  return from === undefined || to === undefined ? null : { from, to }
}

/** Whether records of the old and of the new matcher stand side by side. */
export const mixesMatchers = (dates: DateRange | null): boolean =>
  dates !== null && matcherOf(dates.from) !== matcherOf(dates.to)
