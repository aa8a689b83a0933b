/** What the overlay is painted from. */
import type { Box } from '../../../shared/figures/network/place-scores.ts'
import type { FigurePalette } from '../../../shared/figures/palette.ts'
import type { SceneItem } from '../../../shared/figures/scene.ts'
import type { Hit } from './hit.ts'
import type { PaintedNetwork } from './paint-network.ts'
import type { Point, Size, Viewport } from './viewport.ts'

export interface OverlayState {
  network: PaintedNetwork
  palette: FigurePalette
  viewport: Viewport
  pane: Size
  /** Device px a CSS px. */
  ratio: number
  /** Node being read, and edge being read; -1 for none. */
  reading: number
  pair: number
  hover: Hit
  /** Node that the keyboard has gone to, which is told as one that is pointed at; -1 for none. */
  told: number
  /** Everything but the neighbourhood of what is read is dimmed. */
  focus: boolean
  /** Being dragged, painted here with their edges; else empty. */
  lifted: ReadonlySet<number>
  selected: ReadonlySet<number>
  pinned: ReadonlySet<number>
  /** Label of each node that has one. */
  labels: ReadonlyMap<number, readonly SceneItem[]>
  /** Boxes of the labels as they were placed: [left, top, right, bottom]. */
  labelBoxes: ReadonlyMap<number, Box>
  /** The label of the node being read, in its colour. */
  readingLabel: readonly SceneItem[] | null
  /** How far a node stands from where its label was placed. */
  shiftOf(node: number): Point
  furniture: readonly SceneItem[]
  lasso: readonly Point[]
  scoreOf(edge: number): string
  nameOf(node: number): string
  /** Share, Count and links of a node in one line. */
  factsOf(node: number): string
  /** Score and joint articles of a pair in one line. */
  pairOf(edge: number): string
}
