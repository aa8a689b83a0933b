/** What is said of the node that is read in a network: its closest partner, and with how many others it has links. */
import type { Finding } from '../../contract/common.ts'
import type { Drawing } from '../../contract/drawings.ts'
import type { NetworkEdge, NetworkNode } from '../../contract/networks.ts'
import type { Language } from '../../domain/language.ts'
import { inEveryLanguage } from '../../domain/language.ts'
import { formatFigure } from '../../format/figures.ts'
import { shortName } from '../../format/names.ts'
import { formatNumber } from '../../format/numbers.ts'
import { drawings as drawingsEn } from '../../i18n/en/drawings.ts'
import { findings as findingsEn } from '../../i18n/en/findings.ts'
import type { Values } from '../../i18n/fill.ts'
import { fill } from '../../i18n/fill.ts'
import { drawings as drawingsZh } from '../../i18n/zh/drawings.ts'
import { findings as findingsZh } from '../../i18n/zh/findings.ts'

// A view brings these words and not all that the app says.
const findings = { en: findingsEn, zh: findingsZh }
const drawings = { en: drawingsEn, zh: drawingsZh }

interface Read {
  nodes: readonly NetworkNode[]
  edges: readonly NetworkEdge[]
  /** Nodes that were taken out of the figure; their links count. */
  hidden?: Drawing['hidden']
}

/** The one edge whose score exceeds every other; null where the first place is shared. @param edges highest first */
export function closest(edges: readonly NetworkEdge[]): NetworkEdge | null {
  const [first, second] = edges
  return first && first.score > 0 && (!second || second.score < first.score) ? first : null
}

/** Edges of a node, highest score first. */
export const edgesOf = <E extends Pick<NetworkEdge, 'a' | 'b'>>(edges: readonly E[], id: string): E[] =>
  edges.filter(({ a, b }) => a === id || b === id)

/**
 * "The closest partner of A is B, with a score of 4.20; A has links with 12 of the 19 others, 3 of them drawn." A first
 * place that is shared is no closest partner. Null of a node that is not there or stands alone.
 */
export function nodeFinding({ nodes, edges, hidden = [] }: Read, id: string): Finding | null {
  const node = nodes.find((each) => each.id === id)
  const others = nodes.length + hidden.length - 1
  if (!node || others < 1) return null
  const own = edgesOf(edges, id)
  const pair = closest(own)
  const partner = pair && nodes.find((each) => each.id === (pair.a === id ? pair.b : pair.a))
  return inEveryLanguage((language) => {
    const say = (key: keyof typeof findingsEn, values: Values = {}) =>
      fill(findings[language][key], { a: shortName(node, language), ...values })
    const score = pair && formatFigure('score', pair.score, language)
    const first = partner && say('networkPartner', { b: shortName(partner, language), score: score ?? '' })
    const links = say(linksKey(node.links, others), {
      n: formatNumber(node.links, 0, language),
      of: formatNumber(others, 0, language),
    })
    const drawn =
      own.length < node.links
        ? say(own.length === 0 ? 'networkLinksNone' : 'networkLinksDrawn', {
            drawn: formatNumber(own.length, 0, language),
          })
        : ''
    const joined = first ? first + say('networkThen') + links : links
    return joined + drawn + say('stop')
  })
}

function linksKey(links: number, others: number): keyof typeof findingsEn {
  if (links === 0) return 'networkLinksZero'
  if (others === 1) return 'networkLinksOnly'
  return links === others ? 'networkLinksAll' : 'networkLinks'
}

/** The title of a figure in which a node is read; null where no partner is closer than all others. */
export function nodeTitle({ nodes, edges }: Read, id: string, language: Language): string | null {
  const node = nodes.find((each) => each.id === id)
  const pair = closest(edgesOf(edges, id))
  const partner = pair && nodes.find((each) => each.id === (pair.a === id ? pair.b : pair.a))
  if (!node || !partner) return null
  return fill(drawings[language].title.partner, {
    a: shortName(node, language),
    b: shortName(partner, language),
  })
}
