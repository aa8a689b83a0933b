/** Where each kind of affiliation of a plan's results lies, in the form in which an import settles places. */
import type { EntityMaps } from '../../articles/entities.ts'
import type { NodeKey } from '../../articles/nodes.ts'
import { compareKeys, UNAFFILIATED_KEY } from '../../articles/nodes.ts'
import type { ResolvedInstitution, ResolvedPlaces } from '../../import/settle/resolve-places.ts'
import { rejectedFor } from '../../import/text/import-issue.ts'
import { tableRows } from '../derive-sample.ts'
import { resultRows, tableFile } from '../read-results.ts'
import type { PLAN_KINDS } from '../steps/statistics.ts'

export interface ResultPlaces {
  /** By node; that of authors without an affiliation first, the others in the order of their keys. */
  keys: NodeKey[]
  places: ResolvedPlaces
  /** Numbers of the entities of each kind, by their ids. */
  numbers: Record<(typeof PLAN_KINDS)[number], ReadonlyMap<string, number>>
}

interface NodeRow {
  node: string
  institution: string
  name: string
  ror: string
  city: string
  metro: string
  region: string
}

/** @throws AppError import-rejected where a place is not in the plan's tables, or an affiliation in two places. */
export async function resultPlaces(folder: string): Promise<ResultPlaces> {
  const rows = await nodesOf(folder)
  const cities = citiesOf(folder, rows)
  const metros = metrosOf(folder, rows)
  const institutions = institutionsOf(folder, rows, cities)
  const regions = [
    ...new Set([...rows.map(({ region }) => region), ...cities.map(({ country }) => country ?? '')]),
  ]
    .filter((region) => region !== '')
    .sort()
  const numbers = {
    institution: numbered(institutions),
    city: numbered(cities),
    metro: numbered(metros),
    region: numbered(regions.map((id) => ({ id }))),
  }
  const map = (kind: keyof typeof numbers) =>
    Int32Array.from(rows, (row) => numbers[kind].get(row[kind]) ?? -1)
  const none = new Uint8Array(rows.length)
  const maps: EntityMaps = {
    ...{ institution: map('institution'), city: map('city'), metro: map('metro'), region: map('region') },
    part: new Int32Array(rows.length).fill(-1),
  }
  return {
    keys: rows.map(({ node }) => keyOf(node)),
    numbers,
    places: {
      ...{ institutions: institutions.map(({ described: _, ...each }) => each), cities, metros, regions },
      parts: [],
      seated: new Set(),
      maps,
      sizes: {
        institution: institutions.length,
        city: cities.length,
        metro: metros.length,
        region: regions.length,
        part: 0,
      },
      printed: none,
      unsure: none,
      contradicting: none,
      aliases: { joined: 0, unsure: 0 },
      described: new Set(institutions.flatMap(({ described }, number) => (described ? number : []))),
    },
  }
}

const keyOf = (node: string): NodeKey => (/^I\d+$/.test(node) ? Number(node.slice(1)) : node)

async function nodesOf(folder: string): Promise<NodeRow[]> {
  const found = new Map<string, NodeRow>()
  for await (const row of resultRows(folder, 'nodes')) {
    const [node, institution, name, ror, city, metro, region] = row as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ]
    if (found.has(node)) throw wrong(folder, 'plan-node-twice', { node })
    if (institution !== (/^I\d+$/.test(node) ? node : '')) throw wrong(folder, 'plan-node', { node })
    found.set(node, { node, institution, name, ror, city, metro, region })
  }
  found.delete(UNAFFILIATED_KEY as string)
  const nowhere = { institution: '', name: '', ror: '', city: '', metro: '', region: '' }
  const sorted = [...found.values()].sort((a, b) => compareKeys(keyOf(a.node), keyOf(b.node)))
  return [{ node: UNAFFILIATED_KEY as string, ...nowhere }, ...sorted]
}

const wrong = (
  folder: string,
  code: 'plan-node' | 'plan-node-twice' | 'plan-place',
  values: Record<string, string>,
) => rejectedFor(tableFile(folder, 'nodes'), null, code, values)

function citiesOf(folder: string, rows: readonly NodeRow[]): ResolvedPlaces['cities'] {
  const known = new Map(tableRows(folder, 'cities').map((row) => [row['city'] ?? '', row]))
  return used(rows, 'city').map((id) => {
    const row = known.get(id)
    if (!row) throw wrong(folder, 'plan-place', { place: id, table: 'tables/cities.csv' })
    const number = (name: string) => (row[name] ? Number(row[name]) : null)
    return {
      ...{ id, name: row['name'] ?? id, nameZh: row['name_zh'] || null, country: row['country'] || null },
      ...{ division: row['division'] || null, geonames: number('geonames'), latitude: number('latitude') },
      ...{ longitude: number('longitude'), metroId: row['metro'] || null, mentions: 0 },
    }
  })
}

function metrosOf(folder: string, rows: readonly NodeRow[]): ResolvedPlaces['metros'] {
  const known = new Map(tableRows(folder, 'metros').map((row) => [row['metro'] ?? '', row]))
  return used(rows, 'metro').map((id) => {
    const row = known.get(id)
    if (!row) throw wrong(folder, 'plan-place', { place: id, table: 'tables/metros.csv' })
    return { id, name: row['name'] ?? id, nameZh: row['name_zh'] || null, country: row['country'] ?? '' }
  })
}

/** Ids that occur, in their order. */
const used = (rows: readonly NodeRow[], kind: 'city' | 'metro'): string[] =>
  [...new Set(rows.map((row) => row[kind]))].filter((id) => id !== '').sort()

type Described = ResolvedInstitution & { described: boolean }

/** Names and seats as an import has them: of the institution's own record, or of the one that its ROR id names. */
function institutionsOf(
  folder: string,
  rows: readonly NodeRow[],
  cities: ResolvedPlaces['cities'],
): Described[] {
  const by = (table: string, column: string) =>
    new Map(tableRows(folder, table).map((row) => [row[column] ?? '', row]))
  const [places, rors, names] = [by('places', 'node'), by('rors', 'ror'), by('names', 'institution')]
  const countries = new Map(cities.map(({ id, country }) => [id, country]))
  const found = rows.flatMap(({ node, institution, name, ror, city, region }): Described[] => {
    if (institution === '') return []
    const record = places.get(node) ?? rors.get(ror)
    const named = names.get(node) ?? names.get(ror)
    const seat = record?.['city'] ? record['country'] || (countries.get(city) ?? '') : ''
    return [
      {
        ...{ id: node, name: named?.['name'] || name || node, nameZh: named?.['name_zh'] || null },
        ...{ ror: ror || null, sector: named?.['sector'] || null },
        ...{ cityId: city || null, region: seat || region || null, described: record !== undefined },
      },
    ]
  })
  return found.sort((a, b) => (a.id < b.id ? -1 : 1))
}

const numbered = (entities: readonly { id: string }[]): ReadonlyMap<string, number> =>
  new Map(entities.map(({ id }, number) => [id, number]))
