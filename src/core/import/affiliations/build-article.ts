/** Puts the rows of an article together, or tells why they do not fit. */
import { nameKey } from '../../../shared/domain/slug.ts'
import type { AffiliationRecord, ArticleRecord, AuthorRecord } from './article-record.ts'
import { doiOfId, plainDoi } from '../../articles/article-id.ts'
import type { ArticleCells, PlaceCells, RowFault } from './parse-row.ts'
import type { StoredArticle, StoredRow } from './row-store.ts'

/** Why an article was rejected with all its rows. */
export type ArticleFault =
  'article-incomplete' | 'contradiction' | 'author-contradiction' | 'truncated-authors'

export interface FaultyArticle {
  fault: ArticleFault
  /** Of an article that is not whole: why its first rejected row was. */
  cause?: RowFault
  line: number
  values: Record<string, string | number>
}

export interface BuildTools {
  /** Alpha-2 of a country as written; null where not known. */
  countryOf(text: string): string | null
  /** The names of subjects in a cell; null where it names none. */
  subjectsOf(text: string): string[] | null
}

export function buildArticle(stored: StoredArticle, tools: BuildTools): ArticleRecord | FaultyArticle {
  const [first] = stored.rows
  const [faulty] = stored.faulty
  if (faulty) {
    const { line, fault } = faulty
    return { fault: 'article-incomplete', cause: fault, line, values: { line } }
  }
  if (!first) throw new Error('an article has rows')
  const head = joinHeads(stored.rows)
  if ('fault' in head) return head
  const authors = joinAuthors(stored.rows, tools)
  if ('fault' in authors) return authors
  const cut = cutList(authors, head.authors)
  if (cut !== null) return { fault: 'truncated-authors', line: first.line, values: cut }
  return {
    id: stored.id,
    doi: head.doi || doiOfId(stored.id),
    title: head.title || null,
    year: head.year,
    journal: journalOf(head),
    subjects: head.subjects === '' ? null : tools.subjectsOf(head.subjects),
    authors: authors.map(({ record }) => record),
    line: first.line,
  }
}

function journalOf({ journal, issn, source }: ArticleCells): ArticleRecord['journal'] {
  const issns = issn
    .split(/[;；,|\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (journal === '' && source === '' && issns.length === 0) return null
  return { id: source || null, name: journal || null, issns }
}

const SAME: { [K in keyof ArticleCells]: (value: NonNullable<ArticleCells[K]>) => string } = {
  doi: plainDoi,
  title: nameKey,
  year: String,
  journal: nameKey,
  issn: (text) => text.replace(/[^\dXx;,|]/g, '').toUpperCase(),
  source: (text) => text.toUpperCase(),
  subjects: nameKey,
  authors: String,
}

/** An empty cell contradicts nothing; two filled ones must say the same. */
function joinHeads(rows: readonly StoredRow[]): ArticleCells | FaultyArticle {
  let joined: ArticleCells | null = null
  for (const { head, line } of rows) {
    if (!head) continue
    if (!joined) {
      joined = { ...head }
      continue
    }
    for (const field of Object.keys(SAME) as (keyof ArticleCells)[]) {
      const wrong = joinField(joined, head, field)
      if (wrong) return { fault: 'contradiction', line, values: { field, ...wrong } }
    }
  }
  if (!joined) throw new Error('the first row of an article has its head')
  return joined
}

function joinField<K extends keyof ArticleCells>(
  joined: ArticleCells,
  head: ArticleCells,
  field: K,
): { value: string; other: string } | null {
  const known: ArticleCells[K] = joined[field]
  const given: ArticleCells[K] = head[field]
  if (given === '' || given === null || given === known) return null
  const same = SAME[field] as (value: ArticleCells[K]) => string
  if (known === '' || known === null) joined[field] = given
  else if (same(known) !== same(given)) {
    return { value: String(known).slice(0, 100), other: String(given).slice(0, 100) }
  }
  return null
}

interface OpenAuthor {
  seq: number | null
  record: AuthorRecord
  seen: Set<string>
}

/** Authors by sequence, those without one after them as they come. */
function joinAuthors(rows: readonly StoredRow[], tools: BuildTools): OpenAuthor[] | FaultyArticle {
  const byKey = new Map<string, OpenAuthor>()
  for (const { author, line, place } of rows) {
    const key =
      author.seq !== null ? `#${author.seq}` : author.id !== '' ? `=${author.id}` : `~${nameKey(author.name)}`
    let known = byKey.get(key)
    if (!known) {
      known = {
        seq: author.seq,
        record: { id: author.id || null, name: author.name || null, affiliations: [] },
        seen: new Set(),
      }
      byKey.set(key, known)
    }
    const { record } = known
    const clash = clashOf(record.id, author.id) ?? clashOf(record.name, author.name, nameKey)
    if (clash) return { fault: 'author-contradiction', line, values: { author: key.slice(1), ...clash } }
    record.id ??= author.id || null
    record.name ??= author.name || null
    addPlace(known, place, tools)
  }
  return [...byKey.values()].sort((a, b) => (a.seq ?? Infinity) - (b.seq ?? Infinity) || 0)
}

function clashOf(
  known: string | null,
  given: string,
  same: (text: string) => string = (text) => text.toLowerCase(),
): { value: string; other: string } | null {
  if (known === null || given === '' || known === given || same(known) === same(given)) return null
  return { value: known.slice(0, 100), other: given.slice(0, 100) }
}

/** A row without any place says that the author has no affiliation; a row that says the same again says nothing. */
function addPlace(author: OpenAuthor, place: PlaceCells, tools: BuildTools): void {
  const key = JSON.stringify(place)
  if (author.seen.has(key)) return
  author.seen.add(key)
  const { institutionId, institution, city, country, raw } = place
  if (`${institutionId}${institution}${city}${country}${raw}` === '') return
  const named = institutionId !== '' || institution !== ''
  const affiliation: AffiliationRecord = {
    institution: named ? { id: institutionId || null, name: institution || null } : null,
    city: city || null,
    country: country === '' ? null : tools.countryOf(country),
    raw: raw || null,
  }
  author.record.affiliations.push(affiliation)
}

/** What shows that authors are missing: a gap in their sequence, or fewer than the table says there are. */
function cutList(authors: readonly OpenAuthor[], count: number | null): Record<string, number> | null {
  const listed = authors.length
  if (count !== null && count > listed) return { listed, authors: count }
  const numbers = authors.map(({ seq }) => seq).filter((seq) => seq !== null)
  if (numbers.length === 0) return null
  const last = numbers.at(-1) ?? 0
  // Sequences begin with 1, in some tables with 0.
  const expected = numbers[0] === 0 ? last + 1 : last
  return numbers.length < expected ? { listed, authors: expected } : null
}
