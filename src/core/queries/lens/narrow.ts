/** A number narrowed step by step: to a subject, a year, or an entity within the one asked for. */
import type { EntityLabel } from '../../../shared/contract/common.ts'
import type { DerivationStep, DerivedStep, StepKind } from '../../../shared/contract/derivation.ts'
import { NOBODY } from '../../../shared/domain/step-kinds.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { contributionArrays, nodeMaps, nodesOf } from '../../articles/node-maps.ts'
import type { OpenDataset } from '../../context.ts'
import { toShare } from '../../counting/exact.ts'
import { finderOf } from '../../counting/own-articles.ts'
import type { Period } from '../computed/collaborating.ts'
import { filterOf } from '../computed/collaborating.ts'
import type { Entity } from '../computed/find-entity.ts'
import { findEntity } from '../computed/find-entity.ts'
import { subjectNumber } from '../computed/totals.ts'

/** Articles with the units that they bring, in the order found. */
export interface Behind {
  articles: Uint32Array
  /** By place in `articles`: units of the entity, of a score of both. */
  units: Float64Array
}

/** Whose part is read, and of what time. */
export interface Narrowed {
  /** Affiliations that count, ascending. */
  nodes: Uint32Array
  /** Those of the partner of a score; null without one. */
  partner: Uint32Array | null
  period: Period
}

export interface Step extends DerivationStep {
  label: EntityLabel | null
  narrowed: Narrowed
}

/** The number asked for and its part after each step. @throws AppError input-invalid for a step that cannot be taken, and of `findEntity`. */
export function stepsOf(
  dataset: OpenDataset,
  { a, b, period, path }: { a: Entity; b: Entity | null; period: Period; path: readonly DerivationStep[] },
  first: DerivationStep,
): [Step, ...Step[]] {
  const nodes = (entity: Entity) => nodesOf(dataset, entity.kind, entity.number)
  const whole: Step = {
    ...first,
    label: a.label,
    narrowed: { nodes: nodes(a), partner: b && nodes(b), period },
  }
  const steps: [Step, ...Step[]] = [whole]
  for (const step of path) {
    if (b && isEntityKind(step.by) && !isPlaceOfPair(a, step.by))
      throw refused('a score is divided by subject and year; of two institutions by place as well')
    steps.push(stepDown(dataset, (steps.at(-1) ?? whole).narrowed, step))
  }
  return steps
}

/** Two institutions are read in a place by what each has there, as lists and networks of a city count them. */
const isPlaceOfPair = (a: Entity, by: StepKind): boolean => a.kind === 'institution' && by !== 'institution'

function stepDown(dataset: OpenDataset, within: Narrowed, { by, id }: DerivationStep): Step {
  if (by === 'year') {
    const year = Number(id)
    const { from, to } = within.period
    if (!(year >= from && year <= to)) throw refused(`${id} lies outside ${from}–${to}`)
    return {
      by,
      id,
      label: null,
      narrowed: { ...within, period: { ...within.period, from: year, to: year } },
    }
  }
  if (by === 'subject') {
    const subject = subjectNumber(id)
    if (within.period.subject !== 0) throw refused('the number is of one subject already')
    return { by, id, label: null, narrowed: { ...within, period: { ...within.period, subject } } }
  }
  const maps = nodeMaps(dataset)
  const entity = id === NOBODY ? null : findEntity(dataset, by, id)
  const map = entity ? maps[entity.kind] : maps[KIND_OF[by]]
  const wanted = entity ? entity.number : -1
  const here = (nodes: Uint32Array) => nodes.filter((node) => map[node] === wanted)
  return {
    by,
    id: entity?.label.id ?? NOBODY,
    label: entity?.label ?? null,
    narrowed: { ...within, nodes: here(within.nodes), partner: within.partner && here(within.partner) },
  }
}

/** The map of nodes that tells the entities of a kind; of areas, those that are one. */
export const KIND_OF = {
  city: 'city',
  metro: 'metro',
  country: 'region',
  institution: 'institution',
} as const

/** A kind by which articles' affiliations are told apart. */
export const isEntityKind = (by: StepKind): by is keyof typeof KIND_OF => Object.hasOwn(KIND_OF, by)

export function refused(reason: string): AppError {
  return new AppError('input-invalid', reason, { values: { method: 'derivation', field: 'path', reason } })
}

/** The articles to which the part contributes, of a score those to which both do. */
export function behind(dataset: OpenDataset, { nodes, partner, period }: Narrowed): Behind {
  const first = own(dataset, nodes, period)
  return partner ? joint(first, own(dataset, partner, period)) : first
}

function own(dataset: OpenDataset, nodes: Uint32Array, period: Period): Behind {
  const { size, articles, unitsIn } = finderOf(contributionArrays(dataset)).find(nodes, filterOf(period))
  const found = articles.slice(0, size)
  return { articles: found, units: Float64Array.from(found, (article) => unitsIn[article] as number) }
}

function joint(first: Behind, second: Behind): Behind {
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

export const unitsOf = ({ units }: Pick<Behind, 'units'>): number =>
  units.reduce((sum, each) => sum + each, 0)

/** What the articles of a step add up to. */
export function summed({ by, id, label }: Step, found: Behind): DerivedStep {
  return { by, id, label, share: toShare(unitsOf(found)), articles: found.articles.length }
}
