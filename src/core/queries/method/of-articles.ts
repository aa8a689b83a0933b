/** Worked examples whose figures are read off articles: the Share of one, scores of pairs, weights of subjects. */
import { derivationInput } from '../../../shared/contract/derivation.ts'
import type { DerivedArticle, DerivedAuthor } from '../../../shared/contract/derivation.ts'
import type { CollaborationRow } from '../../../shared/contract/collaborations.ts'
import { profileInput } from '../../../shared/contract/cities.ts'
import { rankingInput } from '../../../shared/contract/rankings.ts'
import { share } from '../../../shared/measures/output.ts'
import { cityProfile } from '../cities.ts'
import { articleArrays } from '../../articles/csr.ts'
import { toShare } from '../../counting/exact.ts'
import { UNITS } from '../../counting/units.ts'
import { unitsIn } from '../computed/derive-article.ts'
import type { Found } from '../computed/derivation.ts'
import { deriveArticles, findBehind, pageOf } from '../computed/derivation.ts'
import { leadingPairs } from '../computed/leading-pairs.ts'
import { pairRow } from '../computed/pair-rows.ts'
import { articlesIn, subjectNumber } from '../computed/totals.ts'
import { listRankings } from '../rankings.ts'
import type { Asked, Reckoned, Reckoning } from './reckoning.ts'
import { agreeing, column, columnOf, EXAMPLE_ROWS, labelOf, reckoned } from './reckoning.ts'

/** An article with so few authors can be read at a glance. */
const FEW_AUTHORS = 6
/** Articles looked through for one. */
const LOOKED_AT = 200
/** Of which words are read in one go. */
const READ_AT_ONCE = 16

/** The city with the largest Share. */
function leadingCity({ dataset, subject, year, context }: Asked) {
  const input = rankingInput.parse({ dataset: dataset.id, subject, year, limit: 1 })
  const [first] = listRankings(input, context).rows
  return first ? labelOf(first) : null
}

/** The part of one article that the leading city has, author by author. */
export function shareOf(asked: Asked): Reckoning | null {
  const { dataset, subject, year, context } = asked
  const city = leadingCity(asked)
  if (dataset.kind === 'published' || !city) return null
  const input = derivationInput.parse({ dataset: dataset.id, id: city.id, subject, from: year, to: year })
  const found = findBehind(input, context)
  const look = (offset: number) => telling(found, pageOf(found, offset, offset + LOOKED_AT))
  // Those that the city has alone come first: behind them are the ones with something to reckon.
  const chosen = look(0) ?? look(Math.floor(found.behind.articles.length / 2))
  if (!chosen) return null
  const rows = reckoned(
    chosen.authors
      .map((author, at) => authorRow(author, at, chosen.authorCount))
      // Set into the formula is one that it divides.
      .sort((a, b) => Number(divides(b)) - Number(divides(a))),
    (n, k, m) => k / m / n,
  )
  const sum = rows.reduce((total, { result }) => total + result, 0)
  return {
    from: null,
    of: 'authors',
    columns: [column('authors', 'none', 0), column('within', 'none', 0), column('affiliations', 'none', 0)],
    filled: 'Share_p = [1 / {authors}] × [{within} / {affiliations}]',
    article: {
      id: chosen.id,
      title: chosen.title,
      of: city,
      fraction: chosen.fraction,
      share: chosen.share,
      agrees: agreeing(sum, chosen.share, null),
    },
    rows,
  }
}

/**
 * The first article of few authors, whole in the answer, of which the city has a part; sooner one with an author of two
 * affiliations, of which one is in the city: it shows all that the formula divides. Words are read of those alone that
 * may be it.
 */
function telling(found: Found, articles: readonly number[]): DerivedArticle | undefined {
  const { dataset, sides } = found
  const { divisor } = articleArrays(dataset)
  const few = articles.filter((article) => {
    const authors = divisor[article] as number
    return authors > 1 && authors <= FEW_AUTHORS && unitsIn(dataset, article, sides.a) < UNITS
  })
  let first: DerivedArticle | undefined
  for (let at = 0; at < few.length; at += READ_AT_ONCE) {
    const fitting = deriveArticles(found, few.slice(at, at + READ_AT_ONCE)).filter(
      ({ authors, authorCount }) => authors.length === authorCount,
    )
    const best = fitting.find(({ authors }) => authors.some(isInPart))
    if (best) return best
    first ??= fitting[0]
  }
  return first
}

const isInPart = ({ affiliations }: DerivedAuthor): boolean =>
  affiliations.some(({ counts }) => counts === 'a') && affiliations.some(({ counts }) => counts !== 'a')

function authorRow(author: DerivedAuthor, at: number, authors: number): Reckoned {
  const { affiliations } = author
  const within = affiliations.filter(({ counts }) => counts === 'a').length
  return {
    label: { id: String(at), name: author.name ?? `${at + 1}`, nameZh: null },
    // An author without any affiliation keeps a part, which is nobody's.
    values: [authors, within, Math.max(1, affiliations.length)],
    given: null,
  }
}

const divides = ({ values: [, within, affiliations] }: Reckoned): boolean =>
  (within ?? 0) > 0 && (within ?? 0) < (affiliations ?? 0)

/** Scores of the leading pairs, as sums of what their joint articles give each of the two. */
export function scoreOf({ dataset, subject, year, context }: Asked): Reckoning | null {
  if (dataset.kind === 'published') return null
  const kind = 'institution'
  const period = { subject: subjectNumber(subject), from: year, to: year }
  const pairs = leadingPairs(dataset, kind, period, EXAMPLE_ROWS).map((pair) =>
    pairRow(dataset, { kind, subject, year, city: null }, pair),
  )
  const rows = pairs.map((pair): Reckoned => {
    const { articles, a, b } = jointParts(pair, { dataset, subject, year, context })
    return {
      label: { id: pair.a, name: pair.aName, nameZh: pair.aNameZh },
      partner: { id: pair.b, name: pair.bName, nameZh: pair.bNameZh },
      values: [articles, a, b],
      given: pair.score,
    }
  })
  return {
    from: null,
    of: 'pairs',
    article: null,
    columns: [column('joint', 'none', 0), columnOf('partA', share), columnOf('partB', share)],
    filled: 'BCS = {partA} + {partB}',
    rows: reckoned(rows, (_articles, a, b) => a + b),
  }
}

/** What the joint articles of a pair give each of the two: a sum of their Shares in each, the largest first. */
function jointParts(
  pair: CollaborationRow,
  { dataset, subject, year, context }: Asked,
): { articles: number; a: number; b: number } {
  const asked = { kind: 'institution', id: pair.a, partner: pair.b, subject, from: year, to: year }
  const found = findBehind(derivationInput.parse({ dataset: dataset.id, ...asked }), context)
  const { sides } = found
  const articles = pageOf(found, 0, found.behind.articles.length)
  const sum = (side: ReadonlySet<number> | null) =>
    side ? articles.reduce((total, article) => total + toShare(unitsIn(dataset, article, side)), 0) : 0
  return { articles: articles.length, a: sum(sides.a), b: sum(sides.b) }
}

/** Weights of the subjects in the leading city. */
export async function specialisationOf(asked: Asked): Promise<Reckoning | null> {
  const { dataset, year, context } = asked
  const city = leadingCity({ ...asked, subject: 'all' })
  if (dataset.kind === 'published' || !city) return null
  const profile = await cityProfile(profileInput.parse({ dataset: dataset.id, city: city.id, year }), context)
  const all = articlesIn(dataset, year)
  const rows = profile.subjects.map((row): Reckoned => ({
    label: city,
    subject: row.subject,
    values: [row.share, profile.headline.share, articlesIn(dataset, year, subjectNumber(row.subject)), all],
    given: row.specialisation,
  }))
  return {
    from: null,
    of: 'subjects',
    article: null,
    columns: [
      columnOf('shareSubject', share),
      columnOf('share', share),
      column('articlesSubject', 'none', 0),
      column('articles', 'none', 0),
    ],
    filled: 'S = [{shareSubject} ÷ {share} / {articlesSubject} ÷ {articles}]',
    rows: reckoned(
      rows,
      (inSubject, whole, allInSubject, articles) => inSubject / whole / (allInSubject / articles),
    ),
  }
}
