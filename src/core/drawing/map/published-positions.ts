/** Where the cities of the published ranking lie: `resources/places/city-coordinates.csv`, by GeoNames. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

export interface Position {
  /** Degrees north, WGS 84. */
  latitude: number
  /** Degrees east. */
  longitude: number
}

export interface PublishedPosition extends Position {
  /** ISO 3166-1 alpha-2, so that a namesake elsewhere is told apart. */
  country: string
}

const known = new Map<string, ReadonlyMap<string, PublishedPosition>>()

/** By city id. Read once. @throws Error where a line has no two numbers. */
export function publishedPositions(resourcesDir: string): ReadonlyMap<string, PublishedPosition> {
  const read = known.get(resourcesDir) ?? readPositions(resourcesDir)
  known.set(resourcesDir, read)
  return read
}

function readPositions(resourcesDir: string): ReadonlyMap<string, PublishedPosition> {
  const path = join(resourcesDir, 'places', 'city-coordinates.csv')
  const rows = parse(readFileSync(path, 'utf8'), { columns: true }) as Record<string, string>[]
  return new Map(
    rows.map((row) => {
      const [latitude, longitude] = [Number(row['latitude'] || NaN), Number(row['longitude'] || NaN)]
      if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
        throw new Error(`${path}: no position of ${row['city_id']}`)
      }
      return [row['city_id'] ?? '', { country: row['country'] ?? '', latitude, longitude }]
    }),
  )
}
