/** `derivation.of`: from a figure back to the articles that it sums. */
import { AppError } from '../../../shared/contract/errors.ts'
import type { Derivation, DerivedArticle, NumberParts } from '../../../shared/contract/derivation.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { storedArticles } from '../../articles/stored-articles.ts'
import type { OpenDataset, ReaderContext } from '../../context.ts'
import { toShare } from '../../counting/exact.ts'
import { binsOf } from '../lens/bins.ts'
import { having, pageOf as pageIn } from '../lens/find-articles.ts'
import type { Behind, Step } from '../lens/narrow.ts'
import { behind, stepsOf, summed, unitsOf } from '../lens/narrow.ts'
import { pageEnd } from '../page.ts'
import type { Period } from './collaborating.ts'
import type { Sides } from './derive-article.ts'
import { deriveArticle } from './derive-article.ts'
import { figuresOf } from './entity-space.ts'
import type { Entity } from './find-entity.ts'
import { findEntity } from './find-entity.ts'
import { hasWords } from './has-words.ts'
import { indexYears, periodOf, provenanceOf, requireComputed, subjectNumber } from './totals.ts'

type Asked = Pick<
  ParsedInputOf<'derivation.of'>,
  'kind' | 'id' | 'partner' | 'subject' | 'from' | 'to' | 'path'
>

/** The entities, the time, and the number step by step. */
export interface AskedNumber {
  a: Entity
  b: Entity | null
  period: Period
  steps: [Step, ...Step[]]
}

/**
 * @throws AppError not-computed, year-unknown, input-invalid where the partner is the entity itself or a step cannot be taken,
 *   and those of `findEntity`.
 */
export function askedNumber(dataset: OpenDataset, asked: Asked): AskedNumber {
  requireComputed(dataset)
  const period = { subject: subjectNumber(asked.subject), ...periodOf(dataset, asked.from, asked.to) }
  const a = findEntity(dataset, asked.kind, asked.id)
  const b = asked.partner === undefined ? null : findEntity(dataset, asked.kind, asked.partner)
  if (b && b.kind === a.kind && b.number === a.number) {
    throw new AppError('input-invalid', 'an entity is no partner of its own', {
      values: { method: 'derivation.of', field: 'partner', reason: b.label.name },
    })
  }
  const first = { by: asked.kind, id: a.label.id }
  return { a, b, period, steps: stepsOf(dataset, { a, b, period, path: asked.path }, first) }
}

/** Whose figure it is, and the articles that it sums; after the last step. */
export interface Found {
  dataset: OpenDataset
  asked: AskedNumber
  sides: Sides
  behind: Behind
}

/** The articles behind a figure, without their words. @throws AppError as `askedNumber`. */
export function findBehind(input: Asked & { dataset: string }, context: ReaderContext): Found {
  const dataset = context.open(input.dataset)
  const asked = askedNumber(dataset, input)
  const { steps } = asked
  const { narrowed } = steps.at(-1) ?? steps[0]
  const { nodes, partner } = narrowed
  const sides = {
    a: new Set(nodes),
    b: partner && new Set(partner),
    whole: new Set(steps.length > 1 ? steps[0].narrowed.nodes : []),
  }
  return { dataset, asked, sides, behind: behind(dataset, narrowed) }
}

/** Articles with their words and the parts of both sides. */
export function deriveArticles({ dataset, sides }: Found, articles: readonly number[]): DerivedArticle[] {
  return storedArticles(dataset, articles).map((stored, i) =>
    deriveArticle(dataset, articles[i] as number, stored, sides),
  )
}

/** The articles of a page, largest part first. */
export const pageOf = ({ dataset, behind: all }: Found, offset: number, to: number): number[] =>
  pageIn(dataset, all, { sort: 'part' }, offset, to)

/**
 * Largest part first, equal ones in stored order, where nothing else is asked. Over all pages the units add up to the stored
 * sum of the figure.
 * @throws AppError as `askedNumber`.
 */
export function deriveFigure(input: ParsedInputOf<'derivation.of'>, context: ReaderContext): Derivation {
  const of = findBehind(input, context)
  const { dataset, asked, behind: all } = of
  const { a, b, period, steps } = asked
  const found = input.find === '' ? all : having(dataset, all, input.find)
  const page = pageIn(dataset, found, input, input.offset, pageEnd(input))
  return {
    dataset: dataset.id,
    version: dataset.version,
    filters: filtersOf(input, asked),
    entity: a.label,
    partner: b?.label ?? null,
    // What is behind the last step is known.
    steps: steps.map((step, i) =>
      summed(step, i === steps.length - 1 ? all : behind(dataset, step.narrowed)),
    ),
    total: { share: toShare(unitsOf(all)), articles: all.articles.length },
    residual:
      steps.length > 1 || b ? null : toShare(unitsOf(all) - storedUnits(dataset, input.kind, a, period)),
    found: { share: toShare(unitsOf(found)), articles: found.articles.length },
    bins: binsOf(all),
    hasWords: hasWords(dataset),
    truncated: found.articles.length > pageEnd(input),
    provenance: provenanceOf(dataset),
    rows: deriveArticles(of, page),
  }
}

/** Which number it is, with the steps down from it. */
export function numberFilters(
  { kind, subject, path }: Asked,
  { a, b, period, steps }: AskedNumber,
): NumberParts['filters'] {
  return {
    kind,
    id: a.label.id,
    partner: b?.label.id ?? null,
    subject,
    from: period.from,
    to: period.to,
    ...(path.length > 0 && { path: steps.slice(1).map(({ by, id }) => ({ by, id })) }),
  }
}

function filtersOf(input: ParsedInputOf<'derivation.of'>, asked: AskedNumber): Derivation['filters'] {
  const { find, sort, descending } = input
  return {
    ...numberFilters(input, asked),
    ...(find !== '' && { find }),
    ...(sort !== 'part' && { sort }),
    ...(descending !== undefined && { descending }),
  }
}

/** What rankings show of the entity, in units, summed over the years. */
function storedUnits(dataset: OpenDataset, kind: Asked['kind'], entity: Entity, period: Period): number {
  // A city outside any area stands for itself among areas.
  const by = kind === 'metro' && entity.kind === 'city' ? 'city' : kind
  return indexYears(dataset)
    .filter((year) => year >= period.from && year <= period.to)
    .reduce((sum, year) => sum + (figuresOf(dataset, by, entity.number, period.subject, year)?.units ?? 0), 0)
}
