/**
 * Under which name a city or an institution of an index is shown: its own, and where another has the same, with what
 * tells them apart.
 */
import { nameKey } from '../../shared/domain/slug.ts'

/** What is known of a city or an institution; `regionName` is that of its country. */
export interface NamedPlace {
  id: string
  name: string
  nameZh: string | null
  region: string
  regionName: string
  regionNameZh: string
  /** What tells it from its namesakes in one country: a city's division, an institution's city. */
  division: string | null
  /** In Chinese, where it is known. */
  divisionZh?: string | null
}

export interface ShownName {
  name: string
  nameZh: string | null
}

/**
 * The country tells places of one name apart; where several are in one country, the division does, and where that is
 * not known or the same, the id. In Chinese the same is asked of Chinese names, and of English ones where no other is
 * known. @returns by id
 */
export function shownNames(places: readonly NamedPlace[]): ReadonlyMap<string, ShownName> {
  const english = qualifiers(
    places,
    ({ name }) => name,
    ({ regionName }) => regionName,
    ({ division }) => division,
  )
  const chinese = qualifiers(
    places,
    ({ name, nameZh }) => nameZh ?? name,
    ({ regionNameZh }) => regionNameZh,
    ({ division, divisionZh }) => divisionZh ?? division,
  )
  return new Map(
    places.map(({ id, name, nameZh }) => {
      const [en, zh] = [english.get(id), chinese.get(id)]
      return [
        id,
        {
          name: en === undefined ? name : toldBy(name, en),
          nameZh: zh === undefined ? nameZh : `${nameZh ?? name}（${zh.replace(INNER, '，$1')}）`,
        },
      ]
    }),
  )
}

/** Brackets at the end of what tells a name, in either script. */
const INNER = /\s*[(（](.+)[)）]$/

/**
 * A name with what tells it apart. In brackets, as a comma would read as the next of a list: "Boston, Cambridge (United
 * States) and London". Brackets of what tells are no brackets within brackets: "Clinic (Cambridge, United States)".
 */
export const toldBy = (name: string, by: string): string => `${name} (${by.replace(INNER, ', $1')})`

/** By id, what is said after the names that several places have. */
function qualifiers(
  places: readonly NamedPlace[],
  nameOf: (place: NamedPlace) => string,
  regionOf: (place: NamedPlace) => string,
  divisionOf: (place: NamedPlace) => string | null,
): Map<string, string> {
  const said = new Map<string, string>()
  for (const alike of severalBy(places, (place) => nameKey(nameOf(place)) || nameOf(place))) {
    for (const place of alike) said.set(place.id, regionOf(place))
    for (const compatriots of severalBy(alike, ({ region }) => region)) {
      for (const place of compatriots) said.set(place.id, divisionOf(place) ?? place.id)
      for (const same of severalBy(compatriots, (place) => divisionKey(divisionOf(place))))
        for (const { id } of same) said.set(id, id)
    }
  }
  return said
}

/** Signs of other scripts have no key of plain letters, and stay as they are. */
const divisionKey = (division: string | null) => nameKey(division ?? '') || (division ?? '')

/** The groups of more than one. */
function severalBy(places: readonly NamedPlace[], keyOf: (place: NamedPlace) => string): NamedPlace[][] {
  const groups = new Map<string, NamedPlace[]>()
  for (const place of places) {
    const group = groups.get(keyOf(place))
    if (group) group.push(place)
    else groups.set(keyOf(place), [place])
  }
  return [...groups.values()].filter(({ length }) => length > 1)
}
