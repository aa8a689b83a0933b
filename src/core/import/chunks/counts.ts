/** What an import did with every record: read = stored + rejected by reason, and what was odd about the stored ones. */

export const REJECTIONS = [
  /** The record is broken: JSON, encoding, too long, no object. */
  'unreadable',
  /** The file ends within it. */
  'cut-off',
  'wrong-kind',
  'no-id',
  'year',
  'type',
  'retracted',
  'truncated-authors',
  'no-authors',
  'not-in-index',
  'contradiction',
  /** A cell of a table holds several values, where one row names one author and one affiliation. */
  'joined-values',
  /** Of an export: it is not certain which affiliation belongs to which author. */
  'unpaired',
  'duplicate-id',
  'duplicate-doi',
  /** Of a plan's results: another record of the work or its DOI decides, or it is of a year outside the plan. */
  'plan-left-out',
] as const
export type Rejection = (typeof REJECTIONS)[number]

export const ODDITIES = [
  /** Authors whose part goes to "unknown" (or is spread, by option). */
  'authors-without-affiliation',
  'articles-without-affiliation',
  /** Affiliations with a country and no institution. */
  'affiliations-without-institution',
  'affiliations-without-city',
  'affiliations-without-country',
  /** The country is named, but is none that is known. */
  'affiliations-with-unknown-country',
  /** Entries of an institution without id in the source. */
  'institutions-without-id',
  /** Authors whose printed affiliations name institutions that their own list lacks: those do not count. */
  'institutions-in-affiliations-only',
  'repeated-affiliations',
  /** Cities and countries read from printed affiliations of authors without an institution. */
  'places-from-addresses',
  /** A printed affiliation names a city of which its country has several. */
  'ambiguous-cities',
  /** Affiliations whose city could be another of its name and country: counted in the one named most. */
  'unsure-cities',
  'contradicting-cities',
  'alias-names',
  'unsure-alias-names',
  'articles-without-subject',
  'articles-without-doi',
  'authors-without-id',
  /** Values that stand in the record and are not understood. */
  'types-not-known',
  'fields-not-understood',
  'flags-not-understood',
  'institution-ids-not-understood',
  'countries-not-understood',
  /** Records in files of institutions that name none, or cannot be read. */
  'institution-records-rejected',
  /** Positions, countries and ids of places of institutions. */
  'institution-values-not-understood',
  /** NaN and Infinity, which are no JSON. */
  'values-not-finite',
  /** Cells of tables that hold a word for "missing". */
  'missing-words',
  /** `NA` as a country, which is Namibia or missing: taken as missing. */
  'unsure-country-na',
  /** Cells of tables with bytes that could not be read. */
  'damaged-cells',
  /** Rows that lack cells at their end, taken as empty. */
  'short-rows',
  /** Lines above the head of a table and below its last row that are no rows. */
  'remarks-passed-over',
  /** Tables without mark that are not UTF-8. */
  'tables-with-guessed-encoding',
  /** Columns named after a field whose values they do not hold. */
  'columns-passed-over',
  /** Parts that the manifest of a snapshot lists and that are not there, or hold fewer records. */
  'snapshot-parts-missing',
  'snapshot-parts-short',
  /** Articles of exports, by how sure it is which affiliation belongs to which author. */
  'articles-paired',
  'articles-paired-single-author',
  'articles-paired-single-address',
  'articles-paired-by-country',
] as const
export type Oddity = (typeof ODDITIES)[number]
export type OddCounts = Partial<Record<Oddity, number>>

/** A record that was rejected, for the list in the report. */
export interface RejectedRecord {
  file: string
  line: number
  reason: Rejection
  detail: string
}

/** How many rejected records a task lists one by one; all are counted. */
export const LISTED_RECORDS = 50
/** How many distinct strings a task follows. */
export const FOLLOWED_STRINGS = 5000

export class ImportCounts {
  read = 0
  stored = 0
  authors = 0
  affiliations = 0
  rejected: Partial<Record<Rejection, number>> = {}
  oddities: Partial<Record<Oddity, number>> = {}
  listed: RejectedRecord[] = []
  /** Affiliations of authors without an institution, as printed, with how often each was met. */
  unmatched = new Map<string, number>()
  private followed = 0

  reject(reason: Rejection, where: { file: string; line: number; detail?: string }, times = 1): void {
    if (times > 0) this.rejected[reason] = (this.rejected[reason] ?? 0) + times
    if (this.lists) {
      this.listed.push({ file: where.file, line: where.line, reason, detail: where.detail ?? '' })
    }
  }

  /** Whether one more rejected record would be listed, so that it is worth while to say what it holds. */
  get lists(): boolean {
    return this.listed.length < LISTED_RECORDS
  }

  odd(oddity: Oddity, times = 1): void {
    if (times > 0) this.oddities[oddity] = (this.oddities[oddity] ?? 0) + times
  }

  /** Takes numbers of the whole index in the place of what was added up while reading. */
  settleOddities(numbers: Partial<Record<Oddity, number>>): void {
    for (const [oddity, times] of Object.entries(numbers) as [Oddity, number][]) {
      if (times > 0) this.oddities[oddity] = times
      else delete this.oddities[oddity]
    }
  }

  unmatchedString(text: string): void {
    const known = this.unmatched.get(text)
    if (known === undefined && this.followed++ >= FOLLOWED_STRINGS) return
    this.unmatched.set(text, (known ?? 0) + 1)
  }

  /** Adds what another task counted; a plain object is what crosses threads. */
  add(other: CountedRecords): void {
    this.read += other.read
    this.stored += other.stored
    this.authors += other.authors
    this.affiliations += other.affiliations
    addInto(this.rejected, other.rejected)
    addInto(this.oddities, other.oddities)
    for (const [text, times] of other.unmatched)
      this.unmatched.set(text, (this.unmatched.get(text) ?? 0) + times)
    this.listed.push(...other.listed)
  }
}

/** What crosses threads of counts. */
export type CountedRecords = Pick<
  ImportCounts,
  'read' | 'stored' | 'authors' | 'affiliations' | 'rejected' | 'oddities' | 'listed' | 'unmatched'
>

export function addInto<K extends string>(
  into: Partial<Record<K, number>>,
  from: Partial<Record<K, number>>,
): void {
  for (const [key, times] of Object.entries(from) as [K, number][]) into[key] = (into[key] ?? 0) + times
}
