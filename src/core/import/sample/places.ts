/** Where the sample's institutions lie: the 100 printed cities with their Shares, and other places of each region. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { denominatorOf } from '../../../shared/domain/scopes.ts'

export interface SampleCity {
  name: string
  nameZh: string
  latitude: number
  longitude: number
  /** How an area's institutions are divided among its cities. */
  weight: number
}

/** A printed city or metropolitan area, or another place. */
export interface SampleArea {
  name: string
  /** Share printed for 2023; null of other places. */
  printed: number | null
  /** Share of 2023 at full scale. */
  share: number
  region: string
  cities: SampleCity[]
}

const place = z.tuple([z.string(), z.string(), z.number(), z.number()])
const schema = z.object({
  cities: z.record(z.string(), z.tuple([z.number(), z.number()])),
  areas: z.record(z.string(), z.array(place.rest(z.number()))),
  others: z.record(z.string(), z.array(place)),
  elsewhere: z.record(z.string(), z.number()),
})
type Places = z.infer<typeof schema>

/** The year whose Shares are printed, and the last of the sample. */
export const LAST_YEAR = 2023

interface Printed {
  name: string
  nameZh: string
  region: string
  share: number
  percent: number
}

/** All areas, those of a region one after another. */
export function loadAreas(resourcesDir: string): SampleArea[] {
  const places = schema.parse(
    JSON.parse(readFileSync(join(resourcesDir, 'index', 'sample', 'places.json'), 'utf8')),
  )
  const printed = readPrinted(join(resourcesDir, 'editions', 'science-cities-2024', 'top100-2023.csv'))
  const areas = [
    ...printed.map((city) => printedArea(city, places)),
    ...Object.entries(restOfRegions(printed, places)).flatMap(([region, share]) =>
      otherAreas(region, share, places),
    ),
  ]
  const regions = [...new Set(areas.map(({ region }) => region))]
  return regions.flatMap((region) => areas.filter((area) => area.region === region))
}

function readPrinted(path: string): Printed[] {
  const rows = parse(readFileSync(path, 'utf8'), { columns: true }) as Record<string, string>[]
  return rows.map((row) => ({
    name: row['city_en'] ?? '',
    nameZh: (row['city_zh'] ?? '').replace(/ *\(.*\)/, ''),
    region: row['region_iso2'] ?? '',
    share: Number(row[`share_${LAST_YEAR}`]),
    percent: Number(row['region_share_pct']),
  }))
}

function printedArea({ name, nameZh, region, share }: Printed, { cities, areas }: Places): SampleArea {
  const members = areas[name]?.map(([city, zh, latitude, longitude, weight = 1]) => ({
    name: city,
    nameZh: zh,
    latitude,
    longitude,
    weight,
  }))
  const position = cities[name]
  if (!members && !position) throw new Error(`the sample has no place for ${name}`)
  const [latitude, longitude] = position ?? [0, 0]
  return {
    name,
    printed: share,
    share,
    region,
    cities: members ?? [{ name, nameZh, latitude, longitude, weight: 1 }],
  }
}

/** What the printed cities leave of their regions, by the printed percentage of the largest; and the other regions. */
function restOfRegions(printed: readonly Printed[], { elsewhere }: Places): Record<string, number> {
  const rest = new Map<string, number>()
  for (const { region, share, percent } of printed) {
    const whole = denominatorOf(region).slice(0, 2)
    rest.set(whole, (rest.get(whole) ?? (share / percent) * 100) - share)
  }
  return { ...Object.fromEntries([...rest].filter(([, share]) => share > 1)), ...elsewhere }
}

/** From 1.3 to 0.7 times the mean, so that none would be among the printed hundred. */
function otherAreas(region: string, share: number, { others }: Places): SampleArea[] {
  const list = others[region] ?? []
  return list.map(([name, nameZh, latitude, longitude], i) => ({
    name,
    printed: null,
    share: (share / list.length) * (list.length === 1 ? 1 : 1.3 - (0.6 * i) / (list.length - 1)),
    region,
    cities: [{ name, nameZh, latitude, longitude, weight: 1 }],
  }))
}
