/** What the colours of a network stand for: read off its paints, so that key and figure cannot differ. */
import type { Colouring, Drawing } from '../../contract/drawings.ts'
import type { FigureTheme } from '../palette.ts'
import { groupOf, nodePaints } from './paint.ts'

export interface KeyEntry {
  fill: string
  /** Sector, ISO code of the country or number of the cluster; null for the rest, which shares one colour. */
  value: string | null
  nodes: number
  /** Id of its node with the largest Share. */
  first: string
}

/** In the order of the nodes (clusters by number), the rest last; empty where nothing is coloured. */
export function colourKey(drawing: Drawing, colour: Colouring, theme: FigureTheme): KeyEntry[] {
  if (colour === 'none') return []
  const paints = nodePaints(drawing, { theme, colour, focus: null, transparent: false })
  const values = new Map<string, Set<string | null>>()
  const entries = new Map<string, KeyEntry>()
  drawing.nodes.forEach((node, index) => {
    const { fill } = paints[index]!
    const group = groupOf(node, colour)
    const value = group === null ? null : String(group)
    values.set(fill, (values.get(fill) ?? new Set()).add(value))
    const entry = entries.get(fill)
    if (entry) entry.nodes += 1
    else entries.set(fill, { fill, value, nodes: 1, first: node.id })
  })
  const all = [...entries.values()].map((entry) =>
    values.get(entry.fill)!.size > 1 ? { ...entry, value: null } : entry,
  )
  if (colour === 'cluster') all.sort((a, b) => Number(a.value) - Number(b.value))
  return [...all.filter(({ value }) => value !== null), ...all.filter(({ value }) => value === null)]
}
