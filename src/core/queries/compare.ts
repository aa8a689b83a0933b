/** `cities.compare`: two to six entities of a kind side by side. */
import type { CityComparison, ComparedCity, InsteadOf } from '../../shared/contract/cities.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { EntityName } from '../../shared/contract/common.ts'
import { ENTITY_NAMES } from '../../shared/contract/common.ts'
import type { ParsedInputOf } from '../../shared/contract/index.ts'
import type { Drawn } from '../../shared/contract/stability.ts'
import type { OpenDataset, ReaderContext } from '../context.ts'
import { compareFinding, ordered } from '../findings/compare-finding.ts'
import { needsArticles } from '../indicators/measures.ts'
import { askedGroup } from '../groups/kept-groups.ts'
import { comparedGroup } from './groups/compared-group.ts'
import type { ComparedAsked, FoundEntity } from './compared.ts'
import { comparedEntity, findCompared } from './compared.ts'
import { namesOf } from './computed/entity-space.ts'
import { requireComputed } from './computed/totals.ts'
import { allCities } from './find-city.ts'
import { rankContext } from './leading-ranks.ts'
import { requireYear } from './rankings.ts'
import { entityDifferences } from './stability/entity-differences.ts'

/** Errors of a name that is none of the dataset's, or several. */
const NO_NAME = [
  'city-unknown',
  'city-ambiguous',
  'entity-unknown',
  'institution-unknown',
  'institution-ambiguous',
]

/**
 * Rows, series and ranks of each, and the differences' intervals where they are asked for.
 * @throws AppError not-computed, year-unknown, groups-damaged; of names and groups that are none, unless asked leniently
 */
export function compareEntities(
  input: ParsedInputOf<'cities.compare'>,
  context: ReaderContext,
): CityComparison {
  const dataset = context.open(input.dataset)
  const { by, subject } = input
  if (by !== 'city') requireComputed(dataset)
  const year = requireYear(dataset, input.year)
  const found = input.cities.map((name) =>
    input.lenient ? tryFind(dataset, by, name) : findCompared(dataset, by, name),
  )
  // One that is named twice, by id and by name say, stands once.
  const entities = [...new Map(found.flatMap((entity) => (entity ? [[entity.id, entity]] : []))).values()]
  const missing = input.cities.filter((_, at) => found[at] === null)
  const reference = referenceOf(dataset, entities, input)
  const asked = { by, subject, year, reach: needsArticles(input.also) }
  const { group, groupLacks } = groupOf(dataset, input, asked, context)
  // A median is of other entities' Shares: what is drawn anew for those compared tells nothing of it.
  const intervals =
    input.bands &&
    !group &&
    entityDifferences(dataset, { by, entities, reference, year, drawn: input.bands }, context)
  const cities = entities.map((entity, at) => ({
    ...comparedEntity(dataset, entity, asked, context),
    ...(intervals && { differenceIntervals: intervals[at] ?? {} }),
  }))
  const lead = leadInterval(dataset, { by, entities, cities, subject, year, drawn: input.bands }, context)
  return {
    dataset: dataset.id,
    version: dataset.version,
    by,
    year,
    subject,
    missing,
    instead: missing.flatMap((text) => insteadOf(dataset, by, text) ?? []),
    reference: group ? null : (entities[reference]?.id ?? null),
    group,
    groupLacks,
    finding: compareFinding({ cities, subject, lead }),
    cities,
    ...(input.context && { rankContext: leadingBeside(dataset, by, cities) }),
  }
}

/** Over all subjects, as the history of ranks is drawn. */
const leadingBeside = (dataset: OpenDataset, by: EntityName, cities: readonly ComparedCity[]) =>
  rankContext(
    dataset,
    { by, subject: 'all' },
    cities.map(({ city, rankHistory }) => ({ id: city.cityId, rankHistory })),
  )

/** @throws AppError group-unknown, group-kind, unless asked leniently; groups-damaged */
function groupOf(
  dataset: OpenDataset,
  { group, lenient }: Pick<ParsedInputOf<'cities.compare'>, 'group' | 'lenient'>,
  asked: ComparedAsked,
  context: ReaderContext,
): Pick<CityComparison, 'group' | 'groupLacks'> {
  if (group === undefined) return { group: null, groupLacks: null }
  try {
    const kept = askedGroup(context.dataDir, group)
    return { group: comparedGroup(dataset, kept, asked, context), groupLacks: null }
  } catch (error) {
    const code = error instanceof AppError ? error.code : null
    if (lenient && (code === 'group-unknown' || code === 'group-kind'))
      return { group: null, groupLacks: code }
    throw error
  }
}

interface LeadAsked {
  by: EntityName
  entities: readonly FoundEntity[]
  cities: readonly ComparedCity[]
  subject: string
  year: number
  drawn: Drawn | undefined
}

/** Between what the leader's Share is ahead of the next one's, whichever is the reference; null without intervals. */
function leadInterval(
  dataset: OpenDataset,
  { by, entities, cities, subject, year, drawn }: LeadAsked,
  context: ReaderContext,
): readonly [low: number, high: number] | null {
  const [first, second] = ordered(cities, ({ row }) => row.share) ?? []
  if (!drawn || first === undefined || second === undefined) return null
  const pair = [entities[first], entities[second]] as FoundEntity[]
  const asked = { by, entities: pair, reference: 1, subjects: [subject], year, drawn }
  return entityDifferences(dataset, asked, context)[0]?.[subject] ?? null
}

/** Place of the entity that the others are measured against. */
function referenceOf(
  dataset: OpenDataset,
  entities: readonly FoundEntity[],
  { by, reference, lenient }: Pick<ParsedInputOf<'cities.compare'>, 'by' | 'reference' | 'lenient'>,
): number {
  if (reference === undefined) return 0
  const wanted = lenient ? tryFind(dataset, by, reference) : findCompared(dataset, by, reference)
  const at = entities.findIndex(({ id }) => id === wanted?.id)
  if (at >= 0 || lenient) return Math.max(0, at)
  throw new AppError('input-invalid', `${reference} is not among those compared`, {
    values: { field: 'reference', reason: `${reference}: not compared` },
  })
}

/** Null where the words name none or several. */
function tryFind(dataset: OpenDataset, by: EntityName, text: string): FoundEntity | null {
  try {
    return findCompared(dataset, by, text)
  } catch (error) {
    if (error instanceof AppError && NO_NAME.includes(error.code)) return null
    throw error
  }
}

/** Without the words that mark an area: `boston-metropolitan-area` is found as `boston`. */
const AREA = /[- ]metropolitan[- ]area$|都市圈$/i

/** What the dataset has in place of what was asked for: of another extent, or of another kind. */
function insteadOf(dataset: OpenDataset, by: EntityName, text: string): InsteadOf | null {
  const plain = text.replace(AREA, '')
  const kinds =
    dataset.kind === 'published' ? (['city'] as const) : [by, ...ENTITY_NAMES.filter((each) => each !== by)]
  for (const kind of kinds) {
    for (const words of new Set([text, plain, plain.replaceAll('-', ' ')])) {
      const found = tryFind(dataset, kind, words)
      if (found) return { asked: text, by: kind, found: labelOf(dataset, kind, found) }
    }
  }
  return null
}

function labelOf(dataset: OpenDataset, by: EntityName, { id, number }: FoundEntity): InsteadOf['found'] {
  if (number !== null) return (namesOf(dataset, by)[number] as { label: InsteadOf['found'] }).label
  const city = allCities(dataset).find((each) => each.city_id === id)
  return { id, name: city?.name ?? id, nameZh: city?.name_zh ?? null }
}
