/** From the tape of a work to an article's contributions: the rules for OpenAlex works have their home here. */
import { isYear } from '../../../shared/domain/years.ts'
import { ArticleCounter } from '../../counting/units.ts'
import { LeafWords } from '../../scan/leaf-words.ts'
import { isText, leafText, openAlexNumber } from '../../scan/leaves.ts'
import type { Scanner } from '../../scan/scanner.ts'
import { SLOT_BITS } from '../../scan/scanner.ts'
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
import { NumberList } from './number-list.ts'
import { detailOfWork } from './work-detail.ts'
import { WorkHead } from './work-head.ts'
import type { WorkRules } from './work-rules.ts'
import type { TypeVerdict } from './work-types.ts'
import { typeVerdict } from './work-types.ts'
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
  /** The author's countries: the first `countryCount`. */
  private readonly countries: string[] = []
  private countryCount = 0
  /** Where the author's printed affiliations stand in the tape. */
  private readonly raws = new NumberList()
  /** Where `affiliations` prints them: read where the author has no list of his own. */
  private readonly affiliationTexts = new NumberList()
  /** Institutions that `affiliations` names; they do not count. */
  private readonly inAffiliations = new NumberList()
  /** Keys of the affiliations of authors whom printed addresses place, by the author's place in the list. */
  private readonly placed = new Map<number, string[]>()
  private author = 0
  /** The author's institutions, the places of their names, and whether nobody tells the city of one of them. */
  private readonly named = new NumberList()
  private readonly namesAt = new NumberList()
  private isWanted = false
  private hasAuthorId = false
  private readonly types: LeafWords<TypeVerdict>
  private readonly codes = new LeafWords(countryCode)

  constructor(parts: CollapseParts) {
    this.parts = parts
    this.counter = new ArticleCounter({ spreadUnknown: parts.spreadUnknown })
    this.types = new LeafWords((text) => typeVerdict(text, parts.rules.types))
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
    const type = head.typeAt < 0 ? null : this.types.of(scanner, head.typeAt)
    if (type !== null && !type.counts) {
      if (!type.isKnown) parts.counts.odd('types-not-known')
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
    const { mask, inIndex } = subjectsOf(
      {
        journalIssns: rules.journals ? textsAt(scanner, head.issnsAt) : NONE,
        sourceNumber:
          head.sourceAt < 0 || !rules.journals
            ? null
            : atLeastZero(openAlexNumber(scanner, head.sourceAt, 'S')),
        fieldNumbers: head.fields,
        conceptNumbers: head.concepts,
        named: textsAt(scanner, head.subjectsAt),
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
    sightings.beginWork()
    if (this.placed.size > 0) this.placed.clear()
    this.author = 0
    let open = false
    let withoutId = false
    const { tape } = scanner
    for (let i = 0; i < triples; i++) {
      switch ((tape[3 * i] as number) & SLOT_BITS) {
        case WORK.authorship:
          if (withoutId) counts.odd('institutions-without-id')
          if (open) this.endAuthor(scanner)
          sightings.end(scanner)
          withoutId = false
          this.beginAuthor()
          open = true
          break
        case WORK.authorId:
          this.hasAuthorId = isText(scanner, i)
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
          if (parts.printed) {
            this.namesAt.push(-1)
            this.isWanted ||= parts.printed.isWantedNode(node, number)
          }
          sightings.begin(node, number, head.updated, head.id)
          break
        }
        case WORK.institutionName:
          sightings.nameAt = i
          if (this.namesAt.size > 0) this.namesAt.set(this.namesAt.size - 1, i)
          break
        case WORK.institutionRor:
          sightings.rorAt = i
          break
        case WORK.institutionCountry:
          sightings.countryAt = i
          break
        case WORK.country: {
          const code = this.codes.of(scanner, i)
          if (code) this.countries[this.countryCount++] = code
          else if (code === undefined) counts.odd('countries-not-understood')
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
    this.countryCount = 0
    this.raws.clear()
    this.named.clear()
    this.namesAt.clear()
    this.affiliationTexts.clear()
    this.inAffiliations.clear()
    this.hasAuthorId = this.isWanted = false
  }

  /** An author without institutions belongs to the countries given, each an affiliation of its own. */
  private endAuthor(scanner: Scanner): void {
    const { counter } = this
    const { counts } = this.parts
    const before = counter.affiliations
    const { named, inAffiliations } = this
    const raws = this.raws.size > 0 ? this.raws : this.affiliationTexts
    for (let i = 0; i < inAffiliations.size; i++) {
      const number = inAffiliations.at(i)
      if (number < 0 || named.has(number)) continue
      counts.odd('institutions-in-affiliations-only')
      break
    }
    if (named.size === 0) {
      this.countPlaces(scanner, raws)
      const raw = raws.size === 0 ? null : leafText(scanner, raws.at(0))
      if (raw) counts.unmatchedString(raw)
    } else if (this.isWanted) this.notePrinted(scanner, raws)
    counter.endAuthor()
    this.author += 1
    if (named.size === 0) counts.odd('affiliations-without-institution', counter.affiliations - before)
    else counts.odd('repeated-affiliations', named.size - (counter.affiliations - before))
    if (!this.hasAuthorId) counts.odd('authors-without-id')
  }

  /** Countries that the record gives, and the places that the author's printed affiliations name; each once. */
  private countPlaces(scanner: Scanner, raws: NumberList): void {
    const { counter } = this
    const { counts, index, printed } = this.parts
    if (!printed || raws.size === 0) {
      for (let i = 0; i < this.countryCount; i++)
        counter.affiliation(index.ofText(this.countries[i] as string))
      return
    }
    const countries = this.countries.slice(0, this.countryCount)
    const left = new Set<string>(countries)
    const keys: string[] = []
    for (const address of this.texts(scanner, raws)) {
      const place = printed.placeOf(address)
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

  private notePrinted(scanner: Scanner, raws: NumberList): void {
    const institutions: { number: number; name: string | null }[] = []
    for (let i = 0; i < this.named.size; i++) {
      const nameAt = this.namesAt.at(i)
      institutions.push({
        number: this.named.at(i),
        name: nameAt < 0 ? null : leafText(scanner, nameAt),
      })
    }
    this.parts.printed?.note(institutions, this.texts(scanner, raws))
  }

  private texts(scanner: Scanner, at: NumberList): Set<string> {
    const texts = new Set<string>()
    for (let k = 0; k < at.size; k++) {
      const text = leafText(scanner, at.at(k))
      if (text !== null) texts.add(text)
    }
    return texts
  }
}

/** Two letters; null for a text of nothing, undefined for another. */
function countryCode(text: string): string | null | undefined {
  const code = text.toUpperCase()
  if (code === '') return null
  return /^[A-Z]{2}$/.test(code) ? code : undefined
}

const NONE: readonly string[] = []

function textsAt(scanner: Scanner, at: readonly number[]): readonly string[] {
  if (at.length === 0) return NONE
  return at.map((i) => leafText(scanner, i)).filter((text) => text !== null)
}

const keyOfCity = (country: string, city: GazetteerCity): WordKey => [
  null,
  null,
  city.name,
  country,
  markOf(city),
]

const atLeastZero = (number: number) => (number < 0 ? null : number)
