/** `articles.explain`: how an article is counted, or why it is not. */
import type {
  ArticleExplanation,
  ArticleStanding,
  ExplainedArticle,
} from '../../../shared/contract/articles.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { assertAllArticles } from '../../articles/all-articles.ts'
import { articleKey, doiOfId, openAlexWork } from '../../articles/article-id.ts'
import { hashDoiText, idNumber, noDoi } from '../../articles/doi.ts'
import type { FoundArticle } from '../../articles/find-articles.ts'
import { findArticles, findByTitle, sameDoi } from '../../articles/find-articles.ts'
import type { RefusedColumns } from '../../articles/refused-columns.ts'
import { readRefused } from '../../articles/refused-columns.ts'
import { storedAt } from '../../articles/stored-articles.ts'
import type { OpenDataset, ReaderContext } from '../../context.ts'
import { hasWords } from './has-words.ts'
import { idOf } from './derive-article.ts'
import { explainedArticle } from './explained-article.ts'
import { countingRules, keptReports, refusedArticles, unlistedRecords } from './refused-articles.ts'
import { provenanceOf, requireComputed } from './totals.ts'

const MOST_ARTICLES = 10

/** What stands for a record when records of one article are looked for. */
interface RecordKey {
  id: number
  doi: readonly [number, number]
}

/** Duplicates come with the records that decide in their place. @throws AppError not-computed, articles-elsewhere. */
export function explainArticle(
  input: ParsedInputOf<'articles.explain'>,
  context: ReaderContext,
): ArticleExplanation {
  const dataset = context.open(input.dataset)
  requireComputed(dataset)
  const { by, wanted, found } = find(dataset, input.article)
  const kept = dataset.memo('refused-works', () => readRefused(dataset.db))
  const shown = found.slice(0, MOST_ARTICLES)
  const explained = shown.flatMap((article) => explainFound(dataset, article, kept))
  const articles = [...new Map(explained.map((each) => [each.key, each])).values()]
  const read = refusedLike(kept, [...wanted, ...shown])
  const reports = keptReports(dataset)
  const refused = refusedArticles(reports, input.article, read)
  // Of an index that an engine counted a sample alone is here: what is not in it may count or not.
  if (articles.length === 0 && refused.length === 0) assertAllArticles(dataset)
  const standings = articles.slice(0, MOST_ARTICLES)
  return {
    dataset: dataset.id,
    version: dataset.version,
    asked: input.article,
    // No title of a stored article, but the id of a refused row.
    by: by === 'title' && found.length === 0 && refused.length > 0 ? 'id' : by,
    standing: standingOf(
      explained.filter(({ asked }) => asked).map(({ article }) => article),
      refused.length > 0,
    ),
    articles: standings.map(({ article }) => article),
    truncated: found.length > MOST_ARTICLES || articles.length > MOST_ARTICLES,
    refused,
    unlisted: unlistedRecords(reports, kept.ids.length),
    hasWords: hasWords(dataset),
    rules: countingRules(dataset),
    provenance: provenanceOf(dataset),
  }
}

/** What is no id that is stored is looked for among the titles. */
function find(
  dataset: OpenDataset,
  text: string,
): { by: ArticleExplanation['by']; wanted: RecordKey[]; found: FoundArticle[] } {
  const { db } = dataset
  const work = openAlexWork(text)
  const plain = doiOfId(text)
  const hash = noDoi()
  if (plain !== null) hashDoiText(hash, plain)
  const key: RecordKey = {
    id: work ?? idNumber(articleKey(text)),
    doi: [hash[0] as number, hash[1] as number],
  }
  const found = inOrder(findArticles(db, (id, a, b) => id === key.id || sameDoi(key.doi, [a, b])))
  if (work !== null || plain !== null || found.length > 0)
    return { by: plain === null ? 'id' : 'doi', wanted: [key], found }
  return { by: 'title', wanted: [], found: inOrder(findByTitle(db, text, MOST_ARTICLES + 1)) }
}

/** Those that count first. */
const inOrder = (found: FoundArticle[]) => found.sort((a, b) => Number(a.dropped) - Number(b.dropped))

/** Of a refused work also whether it was refused for its list of authors being cut. */
type RefusedKey = RecordKey & { isCut: boolean }

/** The kept refused works that share an id or a DOI with one of the records. */
function refusedLike({ ids, dois, cut }: RefusedColumns, like: readonly RecordKey[]): RefusedKey[] {
  const found: RefusedKey[] = []
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as number
    const doi = [dois[2 * i] as number, dois[2 * i + 1] as number] as const
    if (like.some((each) => each.id === id || sameDoi(each.doi, doi))) {
      found.push({ id, doi, isCut: cut[i] === 1 })
    }
  }
  return found
}

interface Explained {
  /** One for every stored record. */
  key: string
  article: ExplainedArticle
  /** Whether it was asked for, and not merely decides for one that was. */
  asked: boolean
}

function explainFound(dataset: OpenDataset, found: FoundArticle, refused: RefusedColumns): Explained[] {
  const one = (each: FoundArticle, decidedBy: ExplainedArticle['decidedBy'], asked: boolean): Explained => ({
    key: `${each.chunk}/${each.place}`,
    article: explainedArticle(dataset, each, decidedBy),
    asked,
  })
  if (!found.dropped) return [one(found, null, true)]
  const same = recordsOfOne(dataset, found)
  const winner = same.find(({ dropped }) => !dropped)
  if (winner) {
    const id = idOf(storedAt(dataset.db, winner.chunk, winner.place))
    const by = winner.id === found.id ? 'id' : 'doi'
    return [one(found, { id, by, counts: true }, true), one(winner, null, false)]
  }
  const likely = refusedLike(refused, same)
  const against = likely.find(({ id }) => id === found.id) ?? likely[0]
  const by = against?.id === found.id ? 'id' : 'doi'
  return [one(found, against ? { id: `W${against.id}`, by, counts: false } : null, true)]
}

/** The stored records that share an id or a DOI with it, those that share one with these included. */
function recordsOfOne({ db }: OpenDataset, found: FoundArticle): FoundArticle[] {
  let same = [found]
  for (;;) {
    const more = findArticles(db, (id, a, b) =>
      same.some((each) => each.id === id || sameDoi(each.doi, [a, b])),
    )
    if (more.length <= same.length) return same
    same = more
  }
}

/** Of the records asked for: one that counts decides, then one that another replaces. */
function standingOf(articles: readonly ExplainedArticle[], refused: boolean): ArticleStanding {
  if (articles.some(({ standing }) => standing === 'counts')) return 'counts'
  if (articles.length === 0) return refused ? 'refused' : 'unknown'
  return articles.every(({ decidedBy }) => decidedBy?.counts === false) ? 'refused' : 'duplicate'
}
