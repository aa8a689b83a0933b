/** A number narrowed step by step: to a subject, a year, or an entity within the one asked for. */
import type { EntityLabel } from '../../../shared/contract/common.ts'
import type { DerivationStep, DerivedStep, StepKind } from '../../../shared/contract/derivation.ts'
import { NOBODY } from '../../../shared/domain/step-kinds.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { contributionArrays, nodeMaps, nodesOf } from '../../articles/node-maps.ts'
import type { OpenDataset } from '../../context.ts'
import { toShare } from '../../counting/exact.ts'
import type { OwnArticles } from '../../counting/own-articles.ts'
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
  const finder = finderOf(contributionArrays(dataset))
  const { size, articles, unitsIn } = finder.find(nodes, filterOf(period))
  const own = articles.slice(0, size)
  const units = new Float64Array(size)
  for (let i = 0; i < size; i++) units[i] = unitsIn[own[i] as number] as number
  // The finder's arrays are used again for the partner.
  return partner
    ? joint({ articles: own, units }, finder.find(partner, filterOf(period)))
    : { articles: own, units }
}

/** Those of the first that the second has too, with the units of both; in the order of the first. */
function joint({ articles, units }: Behind, { unitsIn }: OwnArticles): Behind {
  let size = 0
  for (let i = 0; i < articles.length; i++) {
    const article = articles[i] as number
    const ofSecond = unitsIn[article] as number
    if (ofSecond === 0) continue
    articles[size] = article
    units[size++] = (units[i] as number) + ofSecond
  }
  return { articles: articles.slice(0, size), units: units.slice(0, size) }
}

export function unitsOf({ units }: Pick<Behind, 'units'>): number {
  let sum = 0
  for (let i = 0; i < units.length; i++) sum += units[i] as number
  return sum
}

/** What the articles of a step add up to. */
export function summed({ by, id, label }: Step, found: Behind): DerivedStep {
  return { by, id, label, share: toShare(unitsOf(found)), articles: found.articles.length }
}
