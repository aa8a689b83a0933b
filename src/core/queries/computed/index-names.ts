/** The names of a computed index by the numbers that statistics use; each list is read once for an open dataset. */
import type { EntityLabel } from '../../../shared/contract/common.ts'
import { nameKey } from '../../../shared/domain/slug.ts'
import type { OpenDataset } from '../../context.ts'
import type { CityRow } from '../find-city.ts'
import { allCities } from '../find-city.ts'
import type { ShownName } from '../shown-names.ts'
import { shownNames, toldBy } from '../shown-names.ts'

export interface Region {
  id: string
  name: string
  nameZh: string
}

/** An entity as rows and searches need it. */
export class Named {
  readonly id: string
  readonly name: string
  readonly nameZh: string | null
  readonly region: Region
  readonly pinyin: string
  /** Of an institution its city; of a place undefined. */
  readonly within: EntityLabel | null | undefined
  /** The name by which it is found, where that is not the one shown. */
  protected found: string | undefined
  #key: string | undefined

  constructor(label: EntityLabel, region: Region, pinyin: string, within?: EntityLabel | null) {
    this.id = label.id
    this.name = label.name
    this.nameZh = label.nameZh
    this.region = region
    this.pinyin = pinyin
    this.within = within
  }

  /** The name as it is matched; made when first asked for. */
  get key(): string {
    return (this.#key ??= nameKey(this.foundName))
  }

  /** The name by which it is found, which another may have as well. */
  get foundName(): string {
    return this.found ?? this.name
  }

  /** The name by which it is the only one in its country. */
  get nameInCountry(): string {
    return this.found !== undefined && this.name === toldBy(this.found, this.region.name)
      ? this.found
      : this.name
  }

  get label(): EntityLabel {
    return { id: this.id, name: this.name, nameZh: this.nameZh }
  }
}

/** A city is shown under a name of its own and found under that of its records, which another may have as well. */
export class NamedCity extends Named {
  /** Number of its metropolitan area, -1 outside any. */
  readonly metro: number

  constructor(city: CityRow, region: Region, metro: number) {
    super({ id: city.city_id, name: city.name, nameZh: city.name_zh }, region, city.pinyin)
    this.metro = metro
    this.found = city.found_name
  }
}

export class NamedInstitution extends Named {
  /** Number of its city, -1 where unknown. */
  readonly city: number
  readonly ror: string | null
  readonly sector: string | null
  readonly regionId: string | null
  /** The Chinese name by which it is found. */
  readonly foundZh: string | null

  constructor(
    label: EntityLabel,
    region: Region,
    pinyin: string,
    more: {
      within: EntityLabel | null
      city: number
      ror: string | null
      sector: string | null
      regionId: string | null
      /** As its record names it, where it is shown otherwise. */
      foundName?: string
      foundZh?: string | null
    },
  ) {
    super(label, region, pinyin, more.within)
    this.found = more.foundName
    this.foundZh = more.foundZh === undefined ? label.nameZh : more.foundZh
    this.city = more.city
    this.ror = more.ror
    this.sector = more.sector
    this.regionId = more.regionId
  }
}

interface NameRow {
  id: string
  name: string
  name_zh: string | null
  region_id: string
  pinyin: string
}
const labelOf = ({ id, name, name_zh: nameZh }: NameRow): EntityLabel => ({ id, name, nameZh })

function regionsById(dataset: OpenDataset): ReadonlyMap<string, Region> {
  return dataset.memo('names/regions', () => {
    const rows = dataset.db.prepare('SELECT region_id AS id, name, name_zh AS nameZh FROM regions').all()
    return new Map((rows as Region[]).map((region) => [region.id, region]))
  })
}

function regionOf(dataset: OpenDataset, id: string | null): Region {
  const known = regionsById(dataset).get(id ?? 'ZZ')
  return known ?? { id: id ?? 'ZZ', name: id ?? '', nameZh: id ?? '' }
}

/** By number. */
export function countriesOf(dataset: OpenDataset): readonly Named[] {
  return dataset.memo('names/countries', () => {
    const sql = `SELECT region_id AS id, name, name_zh, region_id, '' AS pinyin FROM regions
      WHERE number IS NOT NULL ORDER BY number`
    const rows = dataset.db.prepare(sql).all() as NameRow[]
    return rows.map((row) => new Named(labelOf(row), regionOf(dataset, row.id), row.pinyin))
  })
}

/** By number. */
export function metrosOf(dataset: OpenDataset): readonly Named[] {
  return dataset.memo('names/metros', () => {
    const sql = `SELECT metro_id AS id, name, name_zh, region_id, '' AS pinyin FROM metros ORDER BY number`
    const rows = dataset.db.prepare(sql).all() as NameRow[]
    return rows.map((row) => new Named(labelOf(row), regionOf(dataset, row.region_id), row.pinyin))
  })
}

/** By number. */
export function citiesOf(dataset: OpenDataset): readonly NamedCity[] {
  return dataset.memo('names/cities', () => {
    const metros = new Map(metrosOf(dataset).map(({ id }, number) => [id, number]))
    const inOrder = allCities(dataset).toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0))
    return inOrder.map((city) => {
      const metro = metros.get(city.metro_id ?? '') ?? -1
      return new NamedCity(city, regionOf(dataset, city.region_id), metro)
    })
  })
}

interface InstitutionNameRow extends Omit<NameRow, 'region_id'> {
  region_id: string | null
  city_id: string | null
  ror: string | null
  sector: string | null
}

/** By number. */
export function institutionsOf(dataset: OpenDataset): readonly NamedInstitution[] {
  return dataset.memo('names/institutions', () => {
    const cities = citiesOf(dataset)
    const numbers = new Map(cities.map(({ id }, number) => [id, number]))
    const sql = `SELECT institution_id AS id, name, name_zh, region_id, pinyin, city_id, ror, sector
      FROM institutions ORDER BY number`
    const rows = dataset.db.prepare(sql).all() as InstitutionNameRow[]
    const cityOf = (id: string | null) => (id === null ? -1 : (numbers.get(id) ?? -1))
    const shown = namesakes(dataset, rows, (id) => cities[cityOf(id)]?.label ?? null)
    return rows.map(({ region_id: regionId, city_id: cityId, ror, sector, ...row }) => {
      const city = cityOf(cityId)
      const told = shown.get(row.id)
      const label = { id: row.id, name: told?.name ?? row.name, nameZh: told ? told.nameZh : row.name_zh }
      const within = cities[city]?.label ?? null
      const found = { foundName: row.name, foundZh: row.name_zh }
      const more = { within, city, ror, sector, regionId, ...(told ? found : {}) }
      return new NamedInstitution(label, regionOf(dataset, regionId), row.pinyin, more)
    })
  })
}

/** Names of those institutions that read like another: most read like none, so that only few are looked at closely. */
function namesakes(
  dataset: OpenDataset,
  rows: readonly InstitutionNameRow[],
  cityOf: (id: string | null) => EntityLabel | null,
): ReadonlyMap<string, ShownName> {
  const uses = new Map<string, number>()
  const count = (name: string) => void uses.set(name, (uses.get(name) ?? 0) + 1)
  for (const { name, name_zh: zh } of rows) {
    count(name.toLowerCase())
    if (zh !== null) count(zh)
  }
  const several = (name: string | null) => name !== null && (uses.get(name) ?? 0) > 1
  const alike = rows.filter(({ name, name_zh: zh }) => several(name.toLowerCase()) || several(zh))
  return shownNames(
    alike.map((row) => {
      const region = regionOf(dataset, row.region_id)
      const city = cityOf(row.city_id)
      return {
        id: row.id,
        name: row.name,
        nameZh: row.name_zh,
        region: region.id,
        regionName: region.name,
        regionNameZh: region.nameZh,
        division: city?.name ?? null,
        divisionZh: city?.nameZh ?? null,
      }
    }),
  )
}
