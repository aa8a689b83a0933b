import type { Finding } from '../../shared/contract/common.ts'
import type { NetworkData, NetworkEdge, NetworkNode } from '../../shared/contract/networks.ts'
import type { Language } from '../../shared/domain/language.ts'
import { inEveryLanguage } from '../../shared/domain/language.ts'
import { shortName } from '../../shared/format/names.ts'
import { formatFigure } from '../../shared/format/figures.ts'
import { translate } from '../../shared/i18n/index.ts'

type Drawn = Pick<NetworkData, 'filters' | 'nodes' | 'edges'>

/** Among how many of the strongest pairs a node is looked for that stands in most of them. */
const STRONGEST = 10
/** Of fewer pairs nothing is said. */
const FEWEST = 4

/**
 * The closest pair with its score, and the node that most of the strongest pairs have in common. Of an ego network only
 * the closest partner of its centre. Null where no pair is closer than all others.
 */
export function networkFinding({ filters, nodes, edges }: Drawn): Finding | null {
  const ego = filters.of === 'ego' ? filters.centre : null
  const pair = closest(ego === null ? edges : edges.filter(({ a, b }) => a === ego || b === ego))
  const [a, b] = pair ? [nodes.find(({ id }) => id === pair.a), nodes.find(({ id }) => id === pair.b)] : []
  if (!pair || !a || !b) return null
  const hub = ego === null ? hubOf(nodes, edges) : null
  const [first, second] = ego === b.id ? [b, a] : [a, b]
  const say = (language: Language) => {
    const key = ego === null ? 'findings.networkPair' : 'findings.networkPartner'
    const values = {
      a: shortName(first, language),
      b: shortName(second, language),
      score: formatFigure('score', pair.score, language),
    }
    const more = hub && { name: shortName(hub.node, language), part: hub.part, of: hub.of }
    return (
      translate(language, key, values) +
      (more ? translate(language, 'findings.networkHub', more) : '') +
      translate(language, 'findings.stop')
    )
  }
  return inEveryLanguage(say)
}

/** The one edge whose score exceeds every other; null where the first place is shared. @param edges highest first */
export function closest(edges: readonly NetworkEdge[]): NetworkEdge | null {
  const [first, second] = edges
  return first && first.score > 0 && (!second || second.score < first.score) ? first : null
}

/** The node that more than half of the strongest pairs share, if there is one such node alone. */
function hubOf(
  nodes: readonly NetworkNode[],
  edges: readonly NetworkEdge[],
): { node: NetworkNode; part: number; of: number } | null {
  let of = Math.min(STRONGEST, edges.length)
  // Pairs that are level are counted all or not at all.
  while (of > 0 && of < edges.length && edges[of - 1]?.score === edges[of]?.score) of -= 1
  if (of < FEWEST) return null
  const parts = new Map<string, number>()
  for (const { a, b } of edges.slice(0, of)) {
    parts.set(a, (parts.get(a) ?? 0) + 1)
    parts.set(b, (parts.get(b) ?? 0) + 1)
  }
  const most = Math.max(...parts.values())
  const leading = [...parts].filter(([, part]) => part === most)
  const node = nodes.find(({ id }) => id === leading[0]?.[0])
  return leading.length === 1 && 2 * most > of && node ? { node, part: most, of } : null
}
