/**
 * What a request calls by name, by its id: files of one city are one file, whatever it was called. A kept group is put in
 * with its members, so that the file can be made again where the group is another by then, or none.
 */
import type { EntityName } from '../../shared/contract/common.ts'
import type { NetworkRequest } from '../../shared/contract/drawings.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { FigureRequest, TableRequest } from '../../shared/contract/exports.ts'
import type { OpenDataset, ReaderContext } from '../context.ts'
import { askedGroup } from '../groups/kept-groups.ts'
import { findEntity } from '../queries/computed/find-entity.ts'
import { findCity } from '../queries/find-city.ts'
import { askedDataset } from './asked-dataset.ts'

/**
 * The request with ids for names in English or Chinese: of cities, institutions, and of the row that is to be highlighted. What names
 * nothing stays as it is, for the query to refuse. @throws AppError of the dataset; city-unknown … of a highlight; group-unknown
 */
export function byIds<R extends TableRequest | FigureRequest>(request: R, context: ReaderContext): R {
  const id = askedDataset(request)
  if (id === '') return request
  const dataset = context.open(id)
  const named = withIds(request, { dataset, by: comparedIn(request), dataDir: context.dataDir }) as R
  if (named.of === 'network' && 'focus' in named && named.focus !== undefined)
    return { ...named, focus: entityId(named.focus, nodeKind(named.drawing.network), dataset) }
  if (!('highlight' in named) || named.highlight === undefined) return named
  return { ...named, highlight: entityId(named.highlight, highlighted(named), dataset) }
}

/** Keys under which requests name cities; of a comparison, entities of its kind. */
const CITY_KEYS: ReadonlySet<string> = new Set(['city', 'cities', 'reference'])

interface Within {
  dataset: OpenDataset
  by: EntityName
  dataDir: string
}

function withIds(value: unknown, within: Within, key = ''): unknown {
  if (typeof value === 'string') {
    if (key === 'group') return askedGroup(within.dataDir, value)
    if (key === 'institution') return knownId(value, { ...within, by: 'institution' })
    return CITY_KEYS.has(key) ? knownId(value, within) : value
  }
  if (Array.isArray(value)) return value.map((each) => withIds(each, within, key))
  if (typeof value !== 'object' || value === null || key === 'group') return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withIds(each, within, name)]))
}

/** What `cities` of the request are. */
function comparedIn(request: TableRequest | FigureRequest): EntityName {
  if (request.of === 'table') return comparedIn(request.table)
  return request.of === 'compare' ? request.input.by : 'city'
}

function knownId(text: string, { dataset, by }: Within): string {
  try {
    return entityId(text, by, dataset)
  } catch (error) {
    if (error instanceof AppError) return text
    throw error
  }
}

const nodeKind = (network: NetworkRequest): EntityName =>
  network.of === 'cities' || (network.of === 'ego' && network.input.kind === 'city') ? 'city' : 'institution'

/** What the rows of a figure are; null where a highlight is no entity of one kind (pairs). */
function highlighted(request: TableRequest | FigureRequest): EntityName | null {
  if (request.of === 'table') return highlighted(request.table)
  if (request.of === 'city-institutions' || request.of === 'institutions') return 'institution'
  if (request.of === 'parts') return null
  return 'input' in request && 'by' in request.input ? request.input.by : null
}

function entityId(text: string, by: EntityName | null, dataset: OpenDataset): string {
  if (by === null) return text
  if (by === 'city') return findCity(dataset, text).city_id
  return dataset.kind === 'published' ? text : findEntity(dataset, by, text).label.id
}
