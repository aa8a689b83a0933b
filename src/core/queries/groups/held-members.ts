/** The members of a group in one dataset: whom it has, and who is missing there. */
import type { EntityLabel, EntityName } from '../../../shared/contract/common.ts'
import type { GroupMember, HeldMember, KeptGroup } from '../../../shared/contract/groups.ts'
import { saintKey } from '../../../shared/domain/city-key.ts'
import { nameKey } from '../../../shared/domain/slug.ts'
import type { OpenDataset } from '../../context.ts'
import { calledSo } from '../city-aliases.ts'
import { institutionsNamed } from '../computed/find-entity.ts'
import { citiesOf, metrosOf } from '../computed/index-names.ts'
import { allCities, citiesAlike } from '../find-city.ts'
import { cityEntity, institutionEntity } from './named-entity.ts'
import type { NamedEntity } from './named-entity.ts'
import { namedSo } from './named-so.ts'

type Held = Pick<HeldMember, 'here' | 'missing'> & {
  /** Another place that may have been looked for. */
  instead: EntityLabel | null
}
export type MemberHere = GroupMember & Held

const METRO = ' metropolitan area'

/** Each member, in the group's order. @param by what is ranked; areas and the cities outside them stand in one ranking */
export function heldMembers(dataset: OpenDataset, group: KeptGroup, by: EntityName): MemberHere[] {
  return group.members.map((member) => ({ ...member, ...heldAs(dataset, member, by) }))
}

function heldAs(dataset: OpenDataset, member: GroupMember, by: EntityName): Held {
  if (by === 'metro') {
    const area = areaNamed(dataset, member)
    if (area) return { here: area, missing: null, instead: null }
  }
  const found = member.id === null ? asPasted(dataset, member, by) : asKept(dataset, member, by)
  const [only] = found
  if (found.length !== 1 || !only) {
    const instead = found.length === 0 && by !== 'institution' ? otherBoundary(dataset, member) : null
    return { here: null, missing: found.length === 0 ? 'not-here' : 'several', instead }
  }
  const area = by === 'metro' ? areaOf(dataset, only) : null
  if (area) return { here: null, missing: 'not-here', instead: area }
  return { here: labelOf(only), missing: null, instead: null }
}

const labelOf = ({ id, name, nameZh }: NamedEntity): EntityLabel => ({ id, name, nameZh })
const kindOf = (by: EntityName) => (by === 'institution' ? 'institution' : 'city')

/** Nobody has told yet who is meant: by the name alone. */
function asPasted(dataset: OpenDataset, { pasted, region }: GroupMember, by: EntityName): NamedEntity[] {
  if (dataset.kind === 'published' && by === 'institution') return []
  const named = namedSo(dataset, kindOf(by), pasted, region === null ? [] : [region])
  return region === null ? named : named.filter((each) => each.region === region)
}

function asKept(dataset: OpenDataset, member: GroupMember, by: EntityName): NamedEntity[] {
  return by === 'institution' ? institutionAsKept(dataset, member) : cityAsKept(dataset, member)
}

/** By id or ROR; else by a name that one alone has in the country. */
function institutionAsKept(dataset: OpenDataset, member: GroupMember): NamedEntity[] {
  if (dataset.kind === 'published') return []
  for (const id of [member.id, member.ror]) {
    const [number] = id === null ? [] : institutionsNamed(dataset, id)
    if (number === undefined) continue
    const found = institutionEntity(dataset, number)
    if (found.id === id || found.ror === member.ror) return [found]
  }
  return institutionsNamed(dataset, member.name)
    .map((number) => institutionEntity(dataset, number))
    .filter(
      (each) => mayBeOf(member.region, each.region) && (member.ror === null || mayBeOf(member.ror, each.ror)),
    )
}

/**
 * In the dataset where it was found the id decides. Ids are made of names, so that elsewhere the same one may be another
 * city's: name, country and, where both are known, the division must be the same.
 */
function cityAsKept(dataset: OpenDataset, member: GroupMember): NamedEntity[] {
  const byId = allCities(dataset).find(({ city_id: id }) => id === member.id)
  if (byId && member.dataset === dataset.id && byId.region_id === member.region) return [cityEntity(byId)]
  const isIt = ({ region, division }: NamedEntity) =>
    region === member.region && mayBeOf(member.division, division)
  const alike = citiesAlike(dataset, member.name).map(cityEntity).filter(isIt)
  if (alike.length > 0) return alike
  if (byId && byId.region_id === member.region) return [cityEntity(byId)]
  return calledSo(member.name, allCities(dataset))
    .map(cityEntity)
    .filter((each) => isIt(each) && each.foundName.endsWith(METRO) === member.name.endsWith(METRO))
}

const mayBeOf = (kept: string | null, known: string | null): boolean =>
  kept === null || known === null || nameKey(kept) === nameKey(known)

function areaNamed(dataset: OpenDataset, { id, name, region }: GroupMember): EntityLabel | null {
  const areas = metrosOf(dataset).filter((area) => region === null || area.region.id === region)
  const key = saintKey(nameKey(name))
  const area = areas.find((each) => each.id === id) ?? areas.find((each) => saintKey(each.key) === key)
  return area ? area.label : null
}

/** The area that a city lies in: in a ranking of areas it has no row of its own. */
function areaOf(dataset: OpenDataset, { number }: NamedEntity): EntityLabel | null {
  const metro = number === null ? -1 : (citiesOf(dataset)[number]?.metro ?? -1)
  return metrosOf(dataset)[metro]?.label ?? null
}

/** The city of an area that is missing, or the area of a city: another place, of which another figure is known. */
function otherBoundary(dataset: OpenDataset, { name, region }: GroupMember): EntityLabel | null {
  const other = name.endsWith(METRO) ? name.slice(0, -METRO.length) : name + METRO
  const [only, ...more] = citiesAlike(dataset, other).filter(({ region_id: id }) => id === region)
  return only && more.length === 0 ? labelOf(cityEntity(only)) : null
}
