/** Which entities each kind of affiliation belongs to, and the contributions by entity; read once for an open dataset. */
import type { OpenDataset } from '../context.ts'
import type { ContributionArrays } from '../counting/article-nodes.ts'
import { invert, nodesByEntity } from '../counting/article-nodes.ts'
import { articleArrays } from './csr.ts'
import type { EntityKind, EntityMaps } from './entities.ts'

type NodeRow = [
  institution: number | null,
  city: number | null,
  region: number | null,
  metro: number | null,
  part: number | null,
]

export function nodeMaps(dataset: OpenDataset): EntityMaps {
  return dataset.memo('node-maps', () => {
    const rows = dataset.db
      .prepare('SELECT institution, city, region, metro, part FROM nodes ORDER BY node')
      .raw()
      .all() as NodeRow[]
    const column = (at: number) => Int32Array.from(rows, (row) => row[at] ?? -1)
    return { institution: column(0), city: column(1), region: column(2), metro: column(3), part: column(4) }
  })
}

/** The contributions with their inverse, node → articles. */
export function contributionArrays(dataset: OpenDataset): ContributionArrays {
  return dataset.memo('contributions', () => invert(articleArrays(dataset), nodeMaps(dataset).city.length))
}

/** The nodes of an entity, ascending. */
export function nodesOf(dataset: OpenDataset, kind: EntityKind, entity: number): Uint32Array {
  const { start, nodes } = dataset.memo(`nodes-by/${kind}`, () => nodesByEntity(nodeMaps(dataset)[kind]))
  return nodes.subarray(start[entity] ?? 0, start[entity + 1] ?? 0)
}
