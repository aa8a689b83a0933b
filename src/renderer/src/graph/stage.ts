/**
 * A network on the screen: our own picture beneath (`base`), Cytoscape between, the overlay above, all under one
 * viewport. Up to a number of edges Cytoscape paints nodes and edges; beyond it our own bitmap does.
 */
import { PALETTES } from '../../../shared/figures/palette.ts'
import { edgePaints, nodePaints } from '../../../shared/figures/network/paint.ts'
import { Backdrop } from './backdrop.ts'
import type { NetworkGraph } from './cytoscape-graph.ts'
import type { Geometry } from './geometry.ts'
import { edgeBetween, geometryOf } from './geometry.ts'
import type { Hit } from './hit.ts'
import { hitTest } from './hit.ts'
import { paintOverlay } from './overlay.ts'
import type { OverlayWords } from './overlay-words.ts'
import { overlayWords } from './overlay-words.ts'
import type { PaintedNetwork } from './paint-network.ts'
import type { StageEvents, StageParts, StageState } from './stage-parts.ts'
import type { Point, Size, Viewport } from './viewport.ts'
import { bringInto, fitViewport, toFigure, zoomAt, ZOOM_RANGE } from './viewport.ts'

/** Edges that Cytoscape paints at device scale 1; each doubling of the scale makes four times the pixels. */
const CYTOSCAPE_EDGES = 3000
/** ms without a gesture, after which what is seen is painted in full sharpness. */
const SETTLE_MS = 160
const MARGIN = 6
/** CSS px: a node reached by the keyboard stands at least so far inside the pane. */
const IN_SIGHT = 40

export class NetworkStage {
  private readonly parts: StageParts
  private readonly on: StageEvents
  private readonly backdrop: Backdrop
  private graph: NetworkGraph | null = null
  private state: StageState | null = null
  private geometry: Geometry = geometryOf({ nodes: [], edges: [] })
  private network: PaintedNetwork = { geometry: this.geometry, nodes: [], edges: [] }
  private words: OverlayWords | null = null
  private pane: Size = { width: 0, height: 0 }
  private ratio = 1
  private viewport: Viewport = { zoom: 1, x: 0, y: 0 }
  private fitted = true
  private cytoscapePaints = false
  private baseShown = true
  private hover: Hit = null
  private told: string | null = null
  private lifted: ReadonlySet<number> = new Set()
  private lasso: readonly Point[] = []
  private frame = 0
  private baseStale = true
  private settling: ReturnType<typeof setTimeout> | undefined
  private building = 0

  constructor(parts: StageParts, on: StageEvents) {
    this.parts = parts
    this.on = on
    this.backdrop = new Backdrop(() => this.refresh(true))
  }

  /** Takes over what has changed. Another drawing, colouring or theme is painted before it returns. */
  update(state: StageState): void {
    const before = this.state
    this.state = state
    const isNew = before?.drawing !== state.drawing
    if (isNew || before.colour !== state.colour || before.theme !== state.theme) this.rebuild(isNew)
    else if (before.language !== state.language) this.words = overlayWords(state, this.geometry)
    if (before?.movable !== state.movable) this.graph?.setMovable(state.movable)
    if (before?.selected !== state.selected) this.graph?.select(this.numbers(state.selected))
    this.refresh()
  }

  /** CSS px, and device px of one. */
  resize(pane: Size, ratio: number): void {
    if (pane.width === this.pane.width && pane.height === this.pane.height && ratio === this.ratio) return
    const first = this.pane.width === 0
    this.pane = pane
    this.ratio = ratio
    for (const canvas of [this.parts.base, this.parts.overlay]) {
      canvas.width = Math.round(pane.width * ratio)
      canvas.height = Math.round(pane.height * ratio)
    }
    this.graph?.resize()
    if (this.fitted) this.fit()
    if (first && this.state) this.rebuild(true)
    this.paintNow()
  }

  fit(): void {
    if (!this.state || this.pane.width === 0) return
    this.show(this.fitting())
    this.fitted = true
  }

  /** @param at CSS px; without it the middle */
  zoomBy(factor: number, at: Point = { x: this.pane.width / 2, y: this.pane.height / 2 }): void {
    const whole = this.fitting().zoom
    const zoom = Math.min(
      Math.max(this.viewport.zoom * factor, whole * ZOOM_RANGE.out),
      whole * ZOOM_RANGE.in,
    )
    this.show(zoomAt(this.viewport, zoom, at))
  }

  /** Moves the figure so that a node is seen, and tells what it is: the keyboard has gone to it. */
  reveal(id: string): void {
    this.told = id
    this.refresh()
    const node = this.geometry.index.get(id)
    if (node === undefined) return
    const at = { x: this.geometry.x[node]!, y: this.geometry.y[node]! }
    const next = bringInto(this.viewport, at, this.pane, IN_SIGHT)
    if (next !== this.viewport) this.show(next)
  }

  /** What stands at a point of the pane, in CSS px. */
  pointAt(at: Point | null): Hit {
    const hit = at && hitTest(this.geometry, toFigure(this.viewport, at), this.viewport.zoom)
    const isSame = JSON.stringify(hit) === JSON.stringify(this.hover) && (at === null || this.told === null)
    this.hover = hit
    if (at) this.told = null
    if (!isSame) this.refresh()
    return hit
  }

  /** The lasso being drawn, in CSS px. */
  drawLasso(path: readonly Point[]): Point[] {
    const figure = path.map((point) => toFigure(this.viewport, point))
    this.lasso = figure
    this.refresh()
    return figure
  }

  get shape(): Geometry {
    return this.geometry
  }

  destroy(): void {
    this.building++
    cancelAnimationFrame(this.frame)
    clearTimeout(this.settling)
    this.backdrop.stop()
    this.graph?.destroy()
    this.graph = null
  }

  private fitting(): Viewport {
    return fitViewport(this.state?.drawing.frame ?? { width: 1000, height: 640 }, this.pane, MARGIN)
  }

  private numbers(ids: readonly string[]): Set<number> {
    return new Set(ids.flatMap((id) => this.geometry.index.get(id) ?? []))
  }

  private rebuild(isNew: boolean): void {
    if (!this.state) return
    const { drawing, colour, theme } = this.state
    const style = { theme, colour, focus: null, transparent: true }
    if (isNew) this.geometry = geometryOf(drawing)
    if (this.pane.width === 0) return
    this.network = {
      geometry: this.geometry,
      nodes: nodePaints(drawing, style),
      edges: edgePaints(drawing, style),
    }
    this.words = overlayWords(this.state, this.geometry)
    this.hover = null
    this.lifted = new Set()
    if (this.fitted) this.viewport = this.fitting()
    const scale = Math.max(this.fitting().zoom, 0.1) * this.ratio
    this.backdrop.show(this.network, drawing.frame, scale)
    this.baseShown = true
    this.paintNow()
    void this.build()
  }

  /** Cytoscape comes after the first picture has been shown. */
  private async build(): Promise<void> {
    const building = ++this.building
    const [{ createGraph }] = await Promise.all([import('./cytoscape-graph.ts'), shown()])
    if (building !== this.building || !this.state) return
    this.graph?.destroy()
    this.cytoscapePaints = this.network.edges.length * this.ratio ** 2 <= CYTOSCAPE_EDGES
    this.graph = createGraph(
      this.parts.graph,
      {
        network: this.network,
        viewport: this.viewport,
        fitZoom: this.fitting().zoom,
        paints: this.cytoscapePaints,
        movable: this.state.movable,
      },
      {
        tap: (at) => this.tap(at),
        open: (at) => this.open(at),
        viewport: (viewport) => this.follow(viewport),
        drag: (nodes) => this.drag(nodes),
        drop: (nodes) => this.drop(nodes),
        painted: () => this.cytoscapePainted(),
      },
    )
    this.graph.select(this.numbers(this.state.selected))
  }

  private cytoscapePainted(): void {
    if (!this.cytoscapePaints) return
    this.baseShown = false
    this.paintNow()
  }

  private show(viewport: Viewport): void {
    if (this.graph) this.graph.setViewport(viewport)
    this.follow(viewport)
  }

  private follow(viewport: Viewport): void {
    const { zoom } = this.viewport
    if (zoom === viewport.zoom && viewport.x === this.viewport.x && viewport.y === this.viewport.y) return
    this.viewport = viewport
    this.fitted = false
    this.hover = null
    clearTimeout(this.settling)
    this.settling = setTimeout(() => this.settle(), SETTLE_MS)
    this.refresh(true)
    if (zoom !== viewport.zoom) this.on.zoom(viewport.zoom / this.fitting().zoom)
  }

  private settle(): void {
    if (this.baseShown) this.backdrop.sharpen(this.viewport, this.pane, this.ratio)
  }

  private tap(at: Point): void {
    const hit = hitTest(this.geometry, at, this.viewport.zoom)
    if (hit?.kind === 'edge') {
      const { a, b } = this.state!.drawing.edges[hit.edge]!
      this.on.readPair({ a, b })
    } else this.on.read(hit ? this.idOf(hit.node) : null)
  }

  private open(at: Point): void {
    const hit = hitTest(this.geometry, at, this.viewport.zoom)
    if (hit?.kind === 'node') this.on.open(this.idOf(hit.node))
  }

  private idOf(node: number): string {
    return this.state!.drawing.nodes[node]!.id
  }

  private drag(nodes: { node: number; x: number; y: number }[]): void {
    this.place(nodes)
    this.hover = null
    if (!this.cytoscapePaints && this.lifted.size === 0) {
      this.lifted = new Set(nodes.map(({ node }) => node))
      this.backdrop.repaint(this.lifted)
    }
    this.refresh()
  }

  /** Dropped outside of the plot, a node stands at its border. */
  private drop(nodes: { node: number; x: number; y: number }[]): void {
    const { plot } = this.state!.drawing.frame
    const inside = nodes.map(({ node, x, y }) => {
      const r = this.geometry.r[node]!
      const within = (at: number, from: number, length: number) =>
        Math.min(Math.max(at, from + Math.min(r, length / 2)), from + length - Math.min(r, length / 2))
      return { node, x: within(x, plot.x, plot.width), y: within(y, plot.y, plot.height) }
    })
    this.place(inside)
    for (const { node, x, y } of inside) this.graph?.place(node, { x, y })
    // Painted above until the picture beneath holds them again.
    this.backdrop.repaint(null, () => (this.lifted = new Set()))
    this.refresh()
    this.on.moved(inside.map(({ node, x, y }) => ({ id: this.idOf(node), x, y })))
  }

  private place(nodes: { node: number; x: number; y: number }[]): void {
    for (const { node, x, y } of nodes) {
      this.geometry.x[node] = x
      this.geometry.y[node] = y
    }
  }

  /** Asks for a frame; with `base` the picture beneath is drawn too. */
  private refresh(base = false): void {
    this.baseStale ||= base
    this.frame ||= requestAnimationFrame(() => this.paintNow(this.baseStale))
  }

  private paintNow(base = true): void {
    cancelAnimationFrame(this.frame)
    this.frame = 0
    this.baseStale = false
    if (base) this.paintBase()
    const ctx = this.parts.overlay.getContext('2d')
    const { state, words } = this
    if (!ctx || !state || !words || this.pane.width === 0) return
    const { index } = this.geometry
    const reading = state.reading === null ? -1 : (index.get(state.reading) ?? -1)
    const { pair } = state
    paintOverlay(ctx, {
      network: this.network,
      palette: PALETTES[state.theme],
      viewport: this.viewport,
      pane: this.pane,
      ratio: this.ratio,
      reading,
      pair: pair ? edgeBetween(this.geometry, index.get(pair.a) ?? -1, index.get(pair.b) ?? -1) : -1,
      hover: this.hover,
      told: this.told === null ? -1 : (index.get(this.told) ?? -1),
      focus: state.focus,
      lifted: this.lifted,
      selected: this.numbers(state.selected),
      lasso: this.lasso,
      ...words.of(reading),
    })
  }

  private paintBase(): void {
    const ctx = this.parts.base.getContext('2d')
    if (!ctx) return
    ctx.setTransform(1, 0, 0, 1, 0, 0)
    ctx.clearRect(0, 0, ctx.canvas.width, ctx.canvas.height)
    if (this.baseShown) this.backdrop.draw(ctx, this.viewport, this.ratio)
  }
}

/** Resolves when the frame being painted has been shown. */
const shown = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
