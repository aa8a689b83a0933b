/** From the tape of a work to an article's contributions: the rules for OpenAlex works have their home here. */
import { isYear } from '../../../shared/domain/years.ts'
import { ArticleCounter } from '../../counting/units.ts'
import { leafText, openAlexNumber, slotOf } from '../../scan/leaves.ts'
import type { Scanner } from '../../scan/scanner.ts'
import { WORK } from '../../scan/work-projection.ts'
import { subjectsOf } from '../rules/subjects-of.ts'
import type { ChunkBuilder } from '../chunks/chunk-builder.ts'
import { doiNumber } from '../../articles/doi.ts'
import { countArticle } from '../chunks/count-article.ts'
import type { ImportCounts, Rejection } from '../chunks/counts.ts'
import type { NodeIndex, WordKey } from '../../articles/nodes.ts'
import type { GazetteerCity } from '../addresses/gazetteer.ts'
import type { PrintedPlaces } from '../addresses/printed-places.ts'
import { markOf } from '../addresses/printed-places.ts'
import type { RefusedBook } from '../chunks/refused-works.ts'
import type { SightingBook } from '../chunks/sighting-book.ts'
import { detailOfWork } from './work-detail.ts'
import { WorkHead } from './work-head.ts'
import type { WorkRules } from './work-rules.ts'
import type { WorkText } from './work-text.ts'

export interface CollapseParts {
  index: NodeIndex
  chunks: ChunkBuilder
  counts: ImportCounts
  sightings: SightingBook
  refused: RefusedBook
  rules: WorkRules
  spreadUnknown: boolean
  /** Null where words are not kept. */
  words: WorkText | null
  /** Null where printed addresses are not read. */
  printed: PrintedPlaces | null
}

export class WorkCollapser {
  private readonly parts: CollapseParts
  private readonly head = new WorkHead()
  private readonly counter: ArticleCounter
  private countries: string[] = []
  /** Where the author's printed affiliations stand in the tape. */
  private readonly raws: number[] = []
  /** Where `affiliations` prints them: read where the author has no list of his own. */
  private readonly affiliationTexts: number[] = []
  /** Institutions that `affiliations` names; they do not count. */
  private readonly inAffiliations: number[] = []
  /** Keys of the affiliations of authors whom printed addresses place, by the author's place in the list. */
  private readonly placed = new Map<number, string[]>()
  private author = 0
  /** The author's institutions whose city nobody tells, with the place of their names. */
  private readonly wanted: { number: number; nameAt: number }[] = []
  private readonly named: number[] = []
  private hasAuthorId = false

  constructor(parts: CollapseParts) {
    this.parts = parts
    this.counter = new ArticleCounter({ spreadUnknown: parts.spreadUnknown })
  }

  /** Takes the scanned work into the chunk, or gives the reason why it does not count. */
  add(scanner: Scanner, triples: number): Rejection | null {
    const { head } = this
    head.read(scanner, triples)
    const rejection = this.judge(scanner)
    if (rejection) return this.refuse(rejection)
    const subjects = this.subjects(scanner)
    if (subjects === null) return this.refuse('not-in-index')
    this.countAuthors(scanner, triples)
    const { counter, parts } = this
    const size = counter.finish(parts.index.compare)
    const { id, updated, year, doi } = head
    const article = { id, updated, year: year as number, subjects, doi }
    parts.chunks.add(article, counter, size)
    parts.words?.add(scanner, triples, head, this.placed)
    countArticle(this.parts.counts, counter, article)
    parts.counts.odd('fields-not-understood', head.strangeFields)
    parts.counts.odd('flags-not-understood', head.strangeFlags)
    return null
  }

  /** What the work that was just refused holds in place of what was wanted: `publication_year = "x"`. Never empty. */
  detail(scanner: Scanner, rejection: Rejection): string {
    return detailOfWork(scanner, this.head, rejection)
  }

  /** A work that does not count is noted all the same: older records of it do not count either. */
  private refuse(rejection: Rejection): Rejection {
    const { id, updated, doi, looksLikeWork } = this.head
    if (looksLikeWork && id >= 0) {
      this.parts.refused.add(id, updated, doi, rejection === 'truncated-authors')
    }
    return rejection
  }

  private judge(scanner: Scanner): Rejection | null {
    const { head, parts } = this
    const { rules } = parts
    if (!head.looksLikeWork) return 'wrong-kind'
    if (head.id < 0) return 'no-id'
    if (head.year === null || !isYear(head.year)) return 'year'
    const type = head.typeAt < 0 ? null : leafText(scanner, head.typeAt)
    if (type !== null && !rules.types.has(type.toLowerCase())) {
      if (!KNOWN_TYPES.has(type.toLowerCase())) parts.counts.odd('types-not-known')
      return 'type'
    }
    if (head.retracted && !rules.includeRetracted) return 'retracted'
    if (head.authorships === 0) return 'no-authors'
    const cut = head.authorsTruncated || (head.authorsCount ?? 0) > head.authorships
    if (cut && !rules.includeTruncated) return 'truncated-authors'
    return null
  }

  /** Bits of the subjects; null where a journal list is given and the journal is not on it. */
  private subjects(scanner: Scanner): number | null {
    const { head } = this
    const rules = this.parts.rules.subjects
    const named = head.subjectsAt.map((i) => leafText(scanner, i)).filter((text) => text !== null)
    const { mask, inIndex } = subjectsOf(
      {
        journalIssns: rules.journals
          ? head.issnsAt.map((i) => leafText(scanner, i)).filter((text) => text !== null)
          : [],
        sourceNumber: head.sourceAt < 0 ? null : atLeastZero(openAlexNumber(scanner, head.sourceAt, 'S')),
        fieldNumbers: head.fields,
        conceptNumbers: head.fields.length > 0 ? [] : head.concepts,
        named,
        year: head.year,
        journalTitle:
          rules.journals && rules.journals.byTitle.size > 0 && head.sourceNameAt >= 0
            ? leafText(scanner, head.sourceNameAt)
            : null,
        ...(rules.labels ? { article: head.id, doi: doiNumber(head.doi) } : {}),
      },
      rules,
    )
    return inIndex ? mask : null
  }

  private countAuthors(scanner: Scanner, triples: number): void {
    const { counter, head, parts } = this
    const { sightings, index, counts } = parts
    counter.begin()
    this.placed.clear()
    this.author = 0
    let open = false
    let withoutId = false
    for (let i = 0; i < triples; i++) {
      switch (slotOf(scanner, i)) {
        case WORK.authorship:
          if (withoutId) counts.odd('institutions-without-id')
          if (open) this.endAuthor(scanner)
          sightings.end(scanner)
          withoutId = false
          this.beginAuthor()
          open = true
          break
        case WORK.authorId:
          this.hasAuthorId = leafText(scanner, i) !== null
          break
        case WORK.institution:
          if (withoutId) counts.odd('institutions-without-id')
          sightings.end(scanner)
          withoutId = true
          break
        case WORK.institutionId: {
          const number = openAlexNumber(scanner, i, 'I')
          if (number < 0) {
            if (leafText(scanner, i)) counts.odd('institution-ids-not-understood')
            break
          }
          withoutId = false
          const node = index.ofNumber(number)
          counter.affiliation(node)
          this.named.push(number)
          if (parts.printed) this.wanted.push({ number, nameAt: -1 })
          sightings.begin(node, number, head.updated, head.id)
          break
        }
        case WORK.institutionName:
          sightings.nameAt = i
          if (this.wanted.length > 0) (this.wanted.at(-1) as { nameAt: number }).nameAt = i
          break
        case WORK.institutionRor:
          sightings.rorAt = i
          break
        case WORK.institutionCountry:
          sightings.countryAt = i
          break
        case WORK.country: {
          const country = leafText(scanner, i)?.toUpperCase()
          if (country && /^[A-Z]{2}$/.test(country)) this.countries.push(country)
          else if (country) counts.odd('countries-not-understood')
          break
        }
        case WORK.rawAffiliation:
        case WORK.rawAffiliations:
          this.raws.push(i)
          break
        case WORK.affiliationText:
          this.affiliationTexts.push(i)
          break
        case WORK.affiliationInstitution:
          this.inAffiliations.push(openAlexNumber(scanner, i, 'I'))
      }
    }
    if (withoutId) counts.odd('institutions-without-id')
    sightings.end(scanner)
    if (open) this.endAuthor(scanner)
  }

  private beginAuthor(): void {
    this.countries.length = 0
    this.raws.length = this.wanted.length = this.named.length = 0
    this.affiliationTexts.length = this.inAffiliations.length = 0
    this.hasAuthorId = false
  }

  /** An author without institutions belongs to the countries given, each an affiliation of its own. */
  private endAuthor(scanner: Scanner): void {
    const { counter } = this
    const { counts } = this.parts
    const before = counter.affiliations
    const { named } = this
    if (this.raws.length === 0) this.raws.push(...this.affiliationTexts)
    if (this.inAffiliations.some((number) => number >= 0 && !named.includes(number))) {
      counts.odd('institutions-in-affiliations-only')
    }
    if (named.length === 0) {
      this.countPlaces(scanner)
      const [rawAt = -1] = this.raws
      const raw = rawAt < 0 ? null : leafText(scanner, rawAt)
      if (raw) counts.unmatchedString(raw)
    } else if (this.wanted.length > 0) this.notePrinted(scanner)
    counter.endAuthor()
    this.author += 1
    if (named.length === 0) counts.odd('affiliations-without-institution', counter.affiliations - before)
    else counts.odd('repeated-affiliations', named.length - (counter.affiliations - before))
    if (!this.hasAuthorId) counts.odd('authors-without-id')
  }

  /** Countries that the record gives, and the places that the author's printed affiliations name; each once. */
  private countPlaces(scanner: Scanner): void {
    const { counter, countries } = this
    const { counts, index, printed } = this.parts
    const left = new Set<string>(countries)
    const keys: string[] = []
    for (const address of printed ? this.texts(scanner, this.raws) : []) {
      const place = printed?.placeOf(address)
      if (place?.isAmbiguous) counts.odd('ambiguous-cities')
      if (!place || (countries.length > 0 && !countries.includes(place.country))) continue
      left.delete(place.country)
      keys.push(place.city ? JSON.stringify(keyOfCity(place.country, place.city)) : place.country)
      if (place.city) counts.odd('places-from-addresses')
    }
    const all = [...new Set([...keys, ...left])]
    for (const key of all) counter.affiliation(index.ofText(key))
    if (keys.length > 0) this.placed.set(this.author, all)
  }

  private notePrinted(scanner: Scanner): void {
    const { printed } = this.parts
    if (!printed || !this.wanted.some(({ number }) => printed.isWanted(number))) return
    const institutions = this.wanted.map(({ number, nameAt }) => ({
      number,
      name: nameAt < 0 ? null : leafText(scanner, nameAt),
    }))
    printed.note(institutions, this.texts(scanner, this.raws))
  }

  private texts(scanner: Scanner, at: readonly number[]): string[] {
    return [...new Set(at.map((i) => leafText(scanner, i)).filter((text) => text !== null))]
  }
}

/** Words of `type` in records of OpenAlex, those of Crossref in records of 2023 and before included. */
const KNOWN_TYPES = new Set(
  [
    'article review letter editorial erratum retraction preprint book book-chapter book-section book-series book-set',
    'book-part book-track dissertation dataset paratext libguides reference-entry report report-component report-series',
    'peer-review standard supplementary-materials grant other component database edited-book journal journal-issue',
    'journal-article journal-volume monograph posted-content proceedings proceedings-article proceedings-series',
    'reference-book software data-paper conference-paper conference-abstract book-review case-report image video',
  ].flatMap((types) => types.split(' ')),
)

const keyOfCity = (country: string, city: GazetteerCity): WordKey => [
  null,
  null,
  city.name,
  country,
  markOf(city),
]

const atLeastZero = (number: number) => (number < 0 ? null : number)
