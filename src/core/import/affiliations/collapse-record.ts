/** From an article's record, as tables of affiliations give it, to its contributions and kept words. */
import type { TextAuthor, TextRow } from '../../articles/text-row.ts'
import { ArticleCounter } from '../../counting/units.ts'
import { openAlexInstitution } from '../../../shared/domain/identifiers.ts'
import { isYear } from '../../../shared/domain/years.ts'
import { sourceNumber } from '../rules/issn.ts'
import type { SubjectRules } from '../rules/subjects-of.ts'
import { subjectsOf } from '../rules/subjects-of.ts'
import type { ChunkBuilder } from '../chunks/chunk-builder.ts'
import { countArticle } from '../chunks/count-article.ts'
import type { ImportCounts, Rejection } from '../chunks/counts.ts'
import { doiNumber, hashDoiText, idNumber, noDoi } from '../../articles/doi.ts'
import type { NodeIndex, NodeKey, WordKey } from '../../articles/nodes.ts'
import type { PrintedPlaces } from '../addresses/printed-places.ts'
import { openAlexWork } from '../../articles/article-id.ts'
import type { AffiliationRecord, ArticleRecord, AuthorRecord } from './article-record.ts'
import { withPrintedPlaces } from './printed-affiliation.ts'

export interface RecordParts {
  index: NodeIndex
  chunks: ChunkBuilder
  counts: ImportCounts
  subjects: SubjectRules
  spreadUnknown: boolean
  keepWords: boolean
  /** Null where printed addresses are not read. */
  printed: PrintedPlaces | null
}

export class RecordCollapser {
  private readonly parts: RecordParts
  private readonly counter: ArticleCounter
  private readonly doi = noDoi()

  constructor(parts: RecordParts) {
    this.parts = parts
    this.counter = new ArticleCounter({ spreadUnknown: parts.spreadUnknown })
  }

  /** Takes the article into the chunk, or gives the reason why it does not count. */
  add(given: ArticleRecord): Rejection | null {
    const { printed } = this.parts
    const article = printed ? withPrintedPlaces(given, printed) : given
    if (!isYear(article.year)) return 'year'
    if (article.authors.length === 0) return 'no-authors'
    const id = articleNumber(article.id)
    hashDoiText(this.doi, article.doi)
    const { mask, inIndex } = subjectsOf(
      {
        journalIssns: article.journal?.issns ?? [],
        sourceNumber: article.journal?.id ? sourceNumber(article.journal.id) : null,
        fieldNumbers: [],
        conceptNumbers: [],
        named: article.subjects ?? [],
        year: article.year,
        journalTitle: article.journal?.name ?? null,
        article: id,
        doi: doiNumber(this.doi),
      },
      this.parts.subjects,
    )
    if (!inIndex) return 'not-in-index'
    const { counter, parts } = this
    counter.begin()
    const authors = article.authors.map((author) => this.countAuthor(author))
    const place = parts.chunks.articles
    const size = counter.finish(parts.index.compare)
    const head = { id, updated: 0, year: article.year, subjects: mask, doi: this.doi }
    parts.chunks.add(head, counter, size)
    if (authors.some(({ length }) => length > 1)) parts.chunks.lists.add({ article: place, authors })
    if (parts.keepWords) {
      parts.chunks.texts.text(JSON.stringify(rowOf(article, id)))
      parts.chunks.texts.endRow()
    }
    countArticle(this.parts.counts, counter, head)
    return null
  }

  /** @returns the author's nodes */
  private countAuthor({ id, affiliations }: AuthorRecord): number[] {
    const { counter, parts } = this
    const before = counter.affiliations
    const nodes = new Set<number>()
    for (const affiliation of affiliations) {
      const node = parts.index.of(keyOf(affiliation))
      nodes.add(node)
      counter.affiliation(node)
      if (affiliation.institution === null) {
        parts.counts.odd('affiliations-without-institution')
        if (affiliation.raw) parts.counts.unmatchedString(affiliation.raw)
      }
      if (affiliation.city === null && affiliation.institution === null)
        parts.counts.odd('affiliations-without-city')
      if (affiliation.country === null && affiliation.institution === null) {
        parts.counts.odd('affiliations-without-country')
      }
    }
    counter.endAuthor()
    parts.counts.odd('repeated-affiliations', affiliations.length - (counter.affiliations - before))
    if (id === null) parts.counts.odd('authors-without-id')
    return [...nodes]
  }
}

/** The number of an OpenAlex work, so that works and tables meet; of another id a hash below 0. */
export function articleNumber(id: string): number {
  return openAlexWork(id) ?? idNumber(id)
}

/** An institution of OpenAlex of which nothing else is said is the same node as in works; so is a country alone. */
export function keyOf({ institution, city, country, printed }: AffiliationRecord): NodeKey {
  const number = institution?.id ? openAlexInstitution(institution.id) : null
  if (number !== null && city === null && country === null) return number
  if (institution === null && city === null && country !== null) return country
  const id = number === null ? (institution?.id ?? null) : `I${number}`
  const key: WordKey = [id, institution?.name ?? null, city, country]
  return JSON.stringify(printed ? [...key, printed] : key)
}

function rowOf(article: ArticleRecord, id: number): TextRow {
  const raws: string[] = []
  const numbers = new Map<string, number>()
  const rawNumber = (raw: string): number => {
    let number = numbers.get(raw)
    if (number === undefined) numbers.set(raw, (number = raws.push(raw) - 1))
    return number
  }
  const authors = article.authors.map(({ id: authorId, name, affiliations }): TextAuthor => [
    authorId,
    name,
    [...new Set(affiliations.map(keyOf))],
    affiliations.flatMap(({ raw }) => (raw === null ? [] : [rawNumber(raw)])),
  ])
  return [
    id < 0 ? article.id : null,
    article.doi,
    article.title,
    article.journal?.name ?? null,
    authors,
    raws,
  ]
}
