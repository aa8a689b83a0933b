/** Contributions as arrays: article → nodes, and node → articles. */

/** By article: its nodes, year and subjects. The contributions of article x are `start[x] … start[x + 1] − 1`. */
export interface ArticleNodes {
  /** One entry more than there are articles. */
  start: Uint32Array
  /** By contribution. A node stands at most once in an article; 0 is "no affiliation". */
  node: Uint32Array
  /** By contribution: units of the node in the article. */
  units: Uint32Array
  /** By article. */
  year: Uint16Array
  /** By article: bit i for the i-th subject, counted from 0. */
  subjects: Uint8Array
}

/** The same with its inverse: the contributions of node q are `nodeStart[q] … nodeStart[q + 1] − 1`, articles ascending. */
export interface ContributionArrays extends ArticleNodes {
  nodeStart: Uint32Array
  /** By contribution, in order of node: index of the article. */
  nodeArticle: Uint32Array
  nodeUnits: Uint32Array
  /** Whether the articles stand in order of year, so that a range of years is a range of articles. */
  inOrderOfYear: boolean
}

/** Which articles count. `subjectBit` 1 … 8 is the bit before it in `subjects`; 0 is every article. */
export interface ArticleFilter {
  subjectBit: number
  yearFrom: number
  yearTo: number
}

/**
 * Builds the inverse by counting sort, in time linear in contributions, nodes and articles.
 * @param nodes number of nodes, where more exist than the contributions name
 */
export function invert(articles: ArticleNodes, nodes = 0): ContributionArrays {
  const { start, node, units, year } = articles
  const size = start[start.length - 1] ?? 0
  let count = nodes
  for (let i = 0; i < size; i++) if ((node[i] as number) >= count) count = (node[i] as number) + 1
  // Shared with threads that are handed the arrays.
  const u32 = (length: number) => new Uint32Array(new SharedArrayBuffer(4 * length))
  const nodeStart = u32(count + 1)
  for (let i = 0; i < size; i++) nodeStart[(node[i] as number) + 1]! += 1
  for (let q = 0; q < count; q++) nodeStart[q + 1]! += nodeStart[q] as number
  const next = nodeStart.slice()
  const nodeArticle = u32(size)
  const nodeUnits = u32(size)
  let inOrderOfYear = true
  for (let x = 0; x + 1 < start.length; x++) {
    if (x > 0 && (year[x] as number) < (year[x - 1] as number)) inOrderOfYear = false
    for (let i = start[x] as number, end = start[x + 1] as number; i < end; i++) {
      const at = next[node[i] as number]!++
      nodeArticle[at] = x
      nodeUnits[at] = units[i] as number
    }
  }
  return { ...articles, nodeStart, nodeArticle, nodeUnits, inOrderOfYear }
}

/** Nodes by entity: those of entity e are `nodes[start[e] … start[e + 1] − 1]`, ascending; entity −1 is left out. */
export function nodesByEntity(
  entityOf: Int32Array,
  entities = largest(entityOf) + 1,
): { start: Uint32Array; nodes: Uint32Array } {
  const start = new Uint32Array(entities + 1)
  for (const entity of entityOf) if (entity >= 0) start[entity + 1]! += 1
  for (let e = 0; e < entities; e++) start[e + 1]! += start[e] as number
  const next = start.slice()
  const nodes = new Uint32Array(start[entities] as number)
  entityOf.forEach((entity, node) => {
    if (entity >= 0) nodes[next[entity]!++] = node
  })
  return { start, nodes }
}

/** The largest value, −1 for none. */
export function largest(values: Int32Array): number {
  let most = -1
  for (let i = 0; i < values.length; i++) if ((values[i] as number) > most) most = values[i] as number
  return most
}
