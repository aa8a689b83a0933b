/** An index of plain works, added up slowly: units by largest remainder, sums by entity, year and subject, scores of pairs. */
import { readFileSync } from 'node:fs'
import type { PlainInstitution, PlainWork } from './read-openalex.ts'

export type PlainLevel = 'institution' | 'city' | 'country'
export const PLAIN_LEVELS: readonly PlainLevel[] = ['institution', 'city', 'country']

export interface PlainSum {
  units: bigint
  articles: number
}

/** By level, then by year and subject (`2020/all`), then by the entity's id. */
export type PlainSums = Record<PlainLevel, Map<string, Map<string, PlainSum>>>

export interface PlainIndex {
  works: PlainWork[]
  sums: PlainSums
  /** Of all years, by `a|b` with a < b. */
  scores: Record<PlainLevel, Map<string, PlainSum>>
  /** By level and `2020/all`, what falls to no entity. */
  unknown: Record<PlainLevel, Map<string, bigint>>
  placeOf: Map<number, Record<PlainLevel, string | null>>
}

/** @param unit of how many units an article is; @param mappingFile the app's table of fields and concepts */
export function plainIndex(
  works: readonly PlainWork[],
  seen: readonly PlainWork[],
  institutions: readonly PlainInstitution[],
  { unit, mappingFile }: { unit: bigint; mappingFile: string },
): PlainIndex {
  const places = placesOf(institutions, seen)
  const subjects = subjectTables(mappingFile)
  const index: PlainIndex = {
    works: [...works],
    sums: { institution: new Map(), city: new Map(), country: new Map() },
    scores: { institution: new Map(), city: new Map(), country: new Map() },
    unknown: { institution: new Map(), city: new Map(), country: new Map() },
    placeOf: places,
  }
  for (const work of works) {
    const parts = divided(work, unit)
    const keys = ['all', ...subjectsOf(work, subjects)].map((subject) => `${work.year}/${subject}`)
    for (const level of PLAIN_LEVELS) addArticle(index, level, keys, parts, places)
  }
  return index
}

function addArticle(
  { sums, scores, unknown }: PlainIndex,
  level: PlainLevel,
  keys: readonly string[],
  parts: ReadonlyMap<number | string, bigint>,
  places: PlainIndex['placeOf'],
): void {
  const own = new Map<string, bigint>()
  let lost = 0n
  for (const [node, units] of parts) {
    const entity = entityOf(node, level, places)
    if (entity === null) lost += units
    else own.set(entity, (own.get(entity) ?? 0n) + units)
  }
  for (const key of keys) {
    const table = sums[level].get(key) ?? new Map<string, PlainSum>()
    sums[level].set(key, table)
    for (const [entity, units] of own) add(table, entity, units)
    unknown[level].set(key, (unknown[level].get(key) ?? 0n) + lost)
  }
  const entities = [...own].sort(([a], [b]) => (a < b ? -1 : 1))
  entities.forEach(([a, mine], i) => {
    for (const [b, other] of entities.slice(i + 1)) add(scores[level], `${a}|${b}`, mine + other)
  })
}

function add(table: Map<string, PlainSum>, key: string, units: bigint): void {
  const known = table.get(key)
  if (known) {
    known.units += units
    known.articles += 1
  } else table.set(key, { units, articles: 1 })
}

function entityOf(node: number | string, level: PlainLevel, places: PlainIndex['placeOf']): string | null {
  if (node === '') return null
  if (typeof node === 'string') return level === 'country' ? node : null
  if (level === 'institution') return `I${node}`
  return places.get(node)?.[level] ?? null
}

/** Units of each node (`''`: no affiliation): the floor of its exact part, and one more for the largest remainders. */
function divided({ authors }: PlainWork, unit: bigint): Map<number | string, bigint> {
  const exact = new Map<number | string, [bigint, bigint]>()
  for (const affiliations of authors) {
    const nodes = affiliations.length > 0 ? affiliations : ['']
    for (const node of nodes) {
      const [top, bottom] = exact.get(node) ?? [0n, 1n]
      const divisor = BigInt(authors.length * nodes.length)
      exact.set(node, [top * divisor + bottom, bottom * divisor])
    }
  }
  const parts = [...exact].map(([node, [top, bottom]]) => {
    const whole = (top * unit) / bottom
    return { node, whole, rest: top * unit - whole * bottom, bottom }
  })
  let left = unit - parts.reduce((sum, { whole }) => sum + whole, 0n)
  parts.sort((a, b) => {
    const difference = b.rest * a.bottom - a.rest * b.bottom
    return difference === 0n ? inOrder(a.node, b.node) : difference > 0n ? 1 : -1
  })
  for (const part of parts) {
    if (left === 0n) break
    part.whole += 1n
    left -= 1n
  }
  return new Map(parts.map(({ node, whole }) => [node, whole]))
}

/** Institutions by number, then countries by letter. */
function inOrder(a: number | string, b: number | string): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1
  return a < b ? -1 : 1
}

interface SubjectTables {
  fields: Map<number, string[]>
  concepts: Map<number, string[]>
}

function subjectTables(file: string): SubjectTables {
  type Row = { id: number; subjects: string[] }
  const { fields, concepts } = JSON.parse(readFileSync(file, 'utf8')) as { fields: Row[]; concepts: Row[] }
  const table = (rows: Row[]) => new Map(rows.map(({ id, subjects }) => [id, subjects]))
  return { fields: table(fields), concepts: table(concepts) }
}

function subjectsOf({ fields, concepts }: PlainWork, tables: SubjectTables): string[] {
  const named =
    fields.length > 0
      ? fields.map((field) => tables.fields.get(field) ?? [])
      : concepts.map((concept) => tables.concepts.get(concept) ?? [])
  return [...new Set(named.flat())]
}

/** City and country of each institution: of its record, the country else of the newest work that names it. */
function placesOf(
  institutions: readonly PlainInstitution[],
  works: readonly PlainWork[],
): PlainIndex['placeOf'] {
  const records = new Map(institutions.map((institution) => [institution.id, institution]))
  const newest = [...works].sort((a, b) =>
    a.updated === b.updated ? b.id - a.id : a.updated < b.updated ? -1 : 1,
  )
  const countries = new Map<number, string | null>()
  for (const work of newest) for (const [id, country] of work.countries) countries.set(id, country)
  const cities = citiesOf(institutions, countries)
  return new Map(
    [...new Set([...countries.keys()])].map((id) => {
      const country = records.get(id)?.country ?? countries.get(id) ?? null
      return [id, { institution: `I${id}`, city: cities.get(id) ?? null, country }]
    }),
  )
}

const plain = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** One name and country are one city, and so is one GeoNames id; but not two ids that lie more than 25 km apart. */
function citiesOf(
  institutions: readonly PlainInstitution[],
  countries: ReadonlyMap<number, string | null>,
): Map<number, string> {
  const groups: { name: string; members: PlainInstitution[] }[] = []
  const near = (a: PlainInstitution['city'], b: PlainInstitution['city']) =>
    a?.geonames === b?.geonames || !a?.geonames || !b?.geonames || kilometres(a, b) <= 25
  for (const institution of institutions) {
    const { city } = institution
    if (!city) continue
    const name = `${plain(city.name)}, ${institution.country ?? countries.get(institution.id) ?? '?'}`
    const found = groups.find(
      (group) =>
        group.members.some((member) => city.geonames !== null && member.city?.geonames === city.geonames) ||
        (group.name === name && group.members.every((member) => near(member.city, city))),
    )
    if (found) found.members.push(institution)
    else groups.push({ name, members: [institution] })
  }
  return new Map(groups.flatMap(({ members }, at) => members.map(({ id }) => [id, `city ${at}`] as const)))
}

function kilometres(a: NonNullable<PlainInstitution['city']>, b: NonNullable<PlainInstitution['city']>) {
  const radians = (degrees: number | null) => ((degrees ?? NaN) * Math.PI) / 180
  const [lat1, lon1, lat2, lon2] = [a.latitude, a.longitude, b.latitude, b.longitude].map(radians) as [
    number,
    number,
    number,
    number,
  ]
  const h =
    Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin((lon2 - lon1) / 2) ** 2
  return 12742 * Math.asin(Math.sqrt(h))
}
