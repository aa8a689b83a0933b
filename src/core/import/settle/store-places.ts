import type { WritableDb } from '../../db/handles.ts'
import { pinyinKey } from '../pinyin-key.ts'
import type { Countries } from '../places/countries.ts'
import type { NodeKey } from '../../articles/nodes.ts'
import { UNKNOWN_REGION } from '../../articles/entities.ts'
import type { ResolvedPlaces } from './resolve-places.ts'

/** Writes regions, metropolitan areas, cities, institutions and nodes, each with its number in the statistics. */
export function storePlaces(
  db: WritableDb,
  places: ResolvedPlaces,
  keys: readonly NodeKey[],
  countries: Countries,
  positions: ReadonlyMap<number, number>,
): void {
  const region = db.prepare('INSERT INTO regions (region_id, name, name_zh, number) VALUES (?, ?, ?, ?)')
  places.regions.forEach((id, number) => {
    const { en, zh } = countries.nameOf(id)
    region.run(id, en, zh, number)
  })
  region.run(UNKNOWN_REGION, 'Country not known', '国家或地区未知', null)
  const metro = db.prepare('INSERT INTO metros VALUES (?, ?, ?, ?, ?)')
  places.metros.forEach(({ id, name, nameZh, country }, number) =>
    metro.run(id, number, name, nameZh, country),
  )
  storeCities(db, places, positions)
  storeInstitutions(db, places)
  const { maps } = places
  const node = db.prepare('INSERT INTO nodes VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const known = (number: number | undefined) => (number === undefined || number < 0 ? null : number)
  keys.forEach((key, i) => {
    node.run(
      i,
      typeof key === 'number' ? `I${key}` : key,
      known(maps.institution[i]),
      known(maps.city[i]),
      known(maps.region[i]),
      known(maps.metro[i]),
      known(maps.part[i]),
      places.printed[i] ?? 0,
    )
  })
}

/** @param positions place of each city in the overall ranking, by its number */
function storeCities(
  db: WritableDb,
  { cities }: ResolvedPlaces,
  positions: ReadonlyMap<number, number>,
): void {
  const insert = db.prepare(`INSERT INTO cities
    (city_id, name, name_zh, region_id, is_metro, position, pinyin, number, metro_id, geonames, latitude, longitude,
      division)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  cities.forEach((city, number) => {
    insert.run(
      city.id,
      city.name,
      city.nameZh,
      city.country ?? UNKNOWN_REGION,
      /metropolitan area|Bay Area|–/.test(city.name) ? 1 : 0,
      positions.get(number) ?? cities.length + number + 1,
      pinyinKey(city.nameZh),
      number,
      city.metroId,
      city.geonames,
      city.latitude,
      city.longitude,
      city.division,
    )
  })
}

function storeInstitutions(db: WritableDb, { institutions }: ResolvedPlaces): void {
  const insert = db.prepare(`INSERT INTO institutions
    (institution_id, name, name_zh, city_id, pinyin, number, region_id, ror, sector) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const search = db.prepare('INSERT INTO institution_search (rowid, name, name_zh) VALUES (?, ?, ?)')
  institutions.forEach(({ id, name, nameZh, cityId, region, ror, sector }, number) => {
    insert.run(id, name, nameZh, cityId, pinyinKey(nameZh), number, region, ror, sector)
    search.run(number, name, nameZh ?? '')
  })
}
