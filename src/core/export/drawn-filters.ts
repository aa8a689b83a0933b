import type { Drawing } from '../../shared/contract/drawings.ts'

/** What a network was asked for and how it was arranged, for the citation: what selects nothing is null. */
export function drawnFilters({ filters, layout, nodes, hidden }: Drawing): Record<string, unknown> {
  const { top, minScore, ...rest } = filters
  const pinned = nodes.filter((node) => node.pinned).length
  return {
    ...rest,
    nodes: top,
    minScore: minScore > 0 ? minScore : null,
    layout,
    pinned: pinned > 0 ? pinned : null,
    hidden: hidden.length > 0 ? hidden.map(({ name }) => name).join(', ') : null,
  }
}
