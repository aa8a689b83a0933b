/** What is to be said over a figure that has little or nothing to draw: pure, so that every state can be tested. */
import type { Drawing } from '../../../../shared/contract/drawings.ts'
import { thresholdThatDraws } from './threshold.ts'

export type StageState =
  /** No node has a Share here. */
  | { kind: 'none' }
  | { kind: 'all-hidden' }
  | { kind: 'alone'; id: string }
  /** Pairs have scores, but none reaches the threshold; `least` would draw some. */
  | { kind: 'cut'; least: number }
  | { kind: 'edgeless' }
  | null

/** Null where the figure speaks for itself. */
export function stageState(
  drawing: Pick<Drawing, 'nodes' | 'edges' | 'edgesOf' | 'hidden' | 'histogram' | 'filters'>,
): StageState {
  const { nodes, edges, hidden, edgesOf, filters } = drawing
  if (nodes.length === 0) return { kind: hidden.length > 0 ? 'all-hidden' : 'none' }
  if (nodes.length === 1 && hidden.length === 0) return { kind: 'alone', id: nodes[0]!.id }
  if (edges.length > 0) return null
  if (edgesOf === 0) return { kind: 'edgeless' }
  const least = filters.minScore > 0 ? thresholdThatDraws(drawing.histogram) : null
  return least === null ? null : { kind: 'cut', least }
}
