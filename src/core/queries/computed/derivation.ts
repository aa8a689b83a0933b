/** `derivation.of`: from a figure back to the articles that it sums. */
import { AppError } from '../../../shared/contract/errors.ts'
import type { Derivation, DerivedArticle } from '../../../shared/contract/derivation.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { contributionArrays, nodesOf } from '../../articles/node-maps.ts'
import { storedArticles } from '../../articles/stored-articles.ts'
import type { OpenDataset, ReaderContext } from '../../context.ts'
import { toShare } from '../../counting/exact.ts'
import { finderOf } from '../../counting/own-articles.ts'
import { selectFirst } from '../../counting/select-first.ts'
import { pageEnd } from '../page.ts'
import type { Period } from './collaborating.ts'
import { filterOf } from './collaborating.ts'
import type { Sides } from './derive-article.ts'
import { deriveArticle } from './derive-article.ts'
import type { Entity } from './find-entity.ts'
import { findEntity } from './find-entity.ts'
import { periodOf, provenanceOf, requireComputed, subjectNumber } from './totals.ts'

/** Articles with the units that they bring, in the order found. */
interface Behind {
  articles: Uint32Array
  /** By place in `articles`: units of the entity, of a score of both. */
  units: Float64Array
}

/** Whose figure it is, and the articles that it sums. */
export interface Found {
  dataset: OpenDataset
  sides: Sides
  period: Period
  behind: Behind
}

type Asked = Omit<ParsedInputOf<'derivation.of'>, 'offset' | 'limit'>

/**
 * The articles behind a figure, without their words.
 * @throws AppError not-computed, year-unknown, input-invalid where the partner is the entity itself, and those of
 *   `findEntity`.
 */
export function findBehind(input: Asked, context: ReaderContext): Found {
  const dataset = context.open(input.dataset)
  requireComputed(dataset)
  const period = { subject: subjectNumber(input.subject), ...periodOf(dataset, input.from, input.to) }
  const a = findEntity(dataset, input.kind, input.id)
  const b = input.partner === undefined ? null : findEntity(dataset, input.kind, input.partner)
  if (b && b.kind === a.kind && b.number === a.number) {
    throw new AppError('input-invalid', 'an entity is no partner of its own', {
      values: { method: 'derivation.of', field: 'partner', reason: b.label.name },
    })
  }
  const behind = b ? joint(dataset, a, b, period) : own(dataset, a, period)
  return { dataset, sides: { a, b }, period, behind }
}

/** Articles with their words and the parts of both sides. */
export function deriveArticles({ dataset, sides }: Found, articles: readonly number[]): DerivedArticle[] {
  return storedArticles(dataset, articles).map((stored, i) =>
    deriveArticle(dataset, articles[i] as number, stored, sides),
  )
}

/**
 * Largest part first, equal ones in stored order. Over all pages the units add up to the stored sum of the figure.
 * @throws AppError those of `findBehind`
 */
export function deriveFigure(input: ParsedInputOf<'derivation.of'>, context: ReaderContext): Derivation {
  const found = findBehind(input, context)
  const { dataset, sides, period, behind } = found
  const { a, b } = sides
  return {
    dataset: dataset.id,
    version: dataset.version,
    filters: {
      kind: input.kind,
      id: a.label.id,
      partner: b?.label.id ?? null,
      subject: input.subject,
      from: period.from,
      to: period.to,
    },
    entity: a.label,
    partner: b?.label ?? null,
    total: {
      share: toShare(behind.units.reduce((sum, units) => sum + units, 0)),
      articles: behind.articles.length,
    },
    hasWords: hasWords(dataset),
    truncated: behind.articles.length > pageEnd(input),
    provenance: provenanceOf(dataset),
    rows: deriveArticles(found, pageOf(behind, input.offset, pageEnd(input))),
  }
}

function own(dataset: OpenDataset, { kind, number }: Entity, period: Period): Behind {
  const finder = finderOf(contributionArrays(dataset))
  const { size, articles, unitsIn } = finder.find(nodesOf(dataset, kind, number), filterOf(period))
  const found = articles.slice(0, size)
  return { articles: found, units: Float64Array.from(found, (article) => unitsIn[article] as number) }
}

/** Articles to which both contributed, with the units of both. */
function joint(dataset: OpenDataset, a: Entity, b: Entity, period: Period): Behind {
  const first = own(dataset, a, period)
  const second = own(dataset, b, period)
  const unitsOfSecond = new Map(
    Array.from(second.articles, (article, i) => [article, second.units[i] as number]),
  )
  const places = Array.from(first.articles.keys()).filter((i) =>
    unitsOfSecond.has(first.articles[i] as number),
  )
  return {
    articles: Uint32Array.from(places, (i) => first.articles[i] as number),
    units: Float64Array.from(
      places,
      (i) => (first.units[i] as number) + (unitsOfSecond.get(first.articles[i] as number) as number),
    ),
  }
}

/** The articles of a page; only what stands up to its end is put in order. */
export function pageOf({ articles, units }: Behind, offset: number, to: number): number[] {
  const order = Uint32Array.from(articles.keys())
  const compare = (x: number, y: number) =>
    (units[y] as number) - (units[x] as number) || (articles[x] as number) - (articles[y] as number)
  const end = Math.min(order.length, to)
  if (end < order.length) selectFirst(order, order.length, end, compare)
  return Array.from(order.subarray(0, end).sort(compare).subarray(offset), (i) => articles[i] as number)
}

export function hasWords(dataset: OpenDataset): boolean {
  return dataset.memo(
    'has-words',
    () => dataset.db.prepare('SELECT 1 FROM article_texts LIMIT 1').get() !== undefined,
  )
}
