/** Which entities each kind of affiliation belongs to, and the contributions by entity; read once for an open dataset. */
import type { OpenDataset } from '../context.ts'
import type { ContributionArrays } from '../counting/article-nodes.ts'
import { invert, nodesByEntity } from '../counting/article-nodes.ts'
import { articleArrays } from './csr.ts'
import type { EntityKind, EntityMaps } from './entities.ts'
import type { NodeKey } from './nodes.ts'
import { compareKeys } from './nodes.ts'
import type { Distinct } from './one-affiliation.ts'
import { distinctAffiliations } from './one-affiliation.ts'

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

/** The nodes' keys, by node, in the form that the import used. */
export function nodeKeys(dataset: OpenDataset): readonly NodeKey[] {
  return dataset.memo('node-keys', () => {
    const keys = dataset.db.prepare('SELECT key FROM nodes ORDER BY node').pluck().all() as string[]
    return keys.map((key) => (/^I\d+$/.test(key) ? Number(key.slice(1)) : key))
  })
}

/** Which of an author's nodes are affiliations of their own; works name none twice, and articles of tables follow it. */
export function distinctNodes(dataset: OpenDataset): Distinct {
  return dataset.memo('distinct-nodes', () => {
    // An index of before articles were divided by it holds them as they were.
    const has = dataset.db
      .prepare(`SELECT count(*) FROM sqlite_master WHERE name = 'article_authors'`)
      .pluck()
    const lists = () => dataset.db.prepare('SELECT EXISTS (SELECT 1 FROM article_authors)').pluck().get()
    if (has.get() !== 1 || lists() !== 1) return (nodes: readonly number[]) => [...nodes]
    const keys = nodeKeys(dataset)
    const byKey = (a: number, b: number) => compareKeys(keys[a] ?? '', keys[b] ?? '')
    return distinctAffiliations(nodeMaps(dataset), byKey)
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
