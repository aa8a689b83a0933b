import type { Finding } from '../../shared/contract/common.ts'
import type { NetworkData, NetworkEdge, NetworkNode } from '../../shared/contract/networks.ts'
import type { Language } from '../../shared/domain/language.ts'
import { inEveryLanguage } from '../../shared/domain/language.ts'
import { closest, nodeFinding } from '../../shared/figures/network/reading.ts'
import { shortName } from '../../shared/format/names.ts'
import { formatFigure } from '../../shared/format/figures.ts'
import { translate } from '../../shared/i18n/index.ts'

type Drawn = Pick<NetworkData, 'filters' | 'nodes' | 'edges'>

/** Among how many of the strongest pairs a node is looked for that stands in most of them. */
const STRONGEST = 10
/** Of fewer pairs nothing is said. */
const FEWEST = 4

/**
 * The closest pair with its score, and the node that most of the strongest pairs have in common; of an ego network what
 * is said of its centre. Null where no pair is closer than all others.
 */
export function networkFinding({ filters, nodes, edges }: Drawn): Finding | null {
  if (filters.of === 'ego' && filters.centre !== null) return nodeFinding({ nodes, edges }, filters.centre)
  const pair = closest(edges)
  const [a, b] = pair ? [nodes.find(({ id }) => id === pair.a), nodes.find(({ id }) => id === pair.b)] : []
  if (!pair || !a || !b) return null
  const hub = hubOf(nodes, edges)
  const say = (language: Language) => {
    const values = {
      a: shortName(a, language),
      b: shortName(b, language),
      score: formatFigure('score', pair.score, language),
    }
    const more = hub && { name: shortName(hub.node, language), part: hub.part, of: hub.of }
    return (
      translate(language, 'findings.networkPair', values) +
      (more ? translate(language, 'findings.networkHub', more) : '') +
      translate(language, 'findings.stop')
    )
  }
  return inEveryLanguage(say)
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
