/**
 * Our own picture of a network with many edges: painted once, and moved as a bitmap while the user pans or zooms.
 * Cytoscape's canvas paints 16,000 edges three times a second, a bitmap follows the mouse. Repainting is cut into
 * slices of one frame each, so that nothing waits for it; until it is done the picture before stands.
 */
import type { Size, Viewport } from './viewport.ts'
import { visiblePart } from './viewport.ts'
import type { PaintedNetwork } from './paint-network.ts'
import { paintEdges, paintNodes } from './paint-network.ts'

/** Edges painted in one frame. */
const SLICE = 2500
/** Pixels of the bitmap of the whole figure. */
const MOST_PIXELS = 8e6
/** Enlarged by more than this, the bitmap is replaced by a picture of what is seen. */
const BLUR = 1.1

interface Picture {
  canvas: HTMLCanvasElement
  /** Of the figure in the picture, in device px. */
  viewport: Viewport
}

interface Job {
  frame: number
}

export class Backdrop {
  private network: PaintedNetwork | null = null
  private without: ReadonlySet<number> | null = null
  private figure: Size = { width: 1, height: 1 }
  private whole: Picture | null = null
  private sharp: Picture | null = null
  private jobs = new Map<'whole' | 'sharp', Job>()
  private readonly changed: () => void

  /** @param changed called when there is a new picture to draw */
  constructor(changed: () => void) {
    this.changed = changed
  }

  /** Takes another network and paints it before it returns. @param scale device px a figure unit */
  show(network: PaintedNetwork, figure: Size, scale: number): void {
    this.stop()
    this.network = network
    this.figure = figure
    this.without = null
    this.sharp = null
    this.whole = this.blankWhole(scale)
    this.paint(this.whole, network.edges.length, 0)
    this.finish(this.whole)
  }

  /** Paints anew in slices, at the positions as they are now, without these nodes and their edges. */
  repaint(without: ReadonlySet<number> | null, done: () => void = () => {}): void {
    if (!this.network || !this.whole) return
    this.without = without
    this.sharp = null
    this.cancel('sharp')
    this.begin('whole', this.blankWhole(this.whole.viewport.zoom), (picture) => {
      this.whole = picture
      done()
    })
  }

  /** Paints what is seen in full sharpness, where the bitmap is too coarse for it; in slices. */
  sharpen(viewport: Viewport, pane: Size, ratio: number): void {
    if (!this.network || !this.whole || this.jobs.has('whole')) return
    if (viewport.zoom * ratio <= this.whole.viewport.zoom * BLUR) return
    const seen = { zoom: viewport.zoom * ratio, x: viewport.x * ratio, y: viewport.y * ratio }
    const picture = blank(pane.width * ratio, pane.height * ratio, seen)
    this.begin('sharp', picture, () => (this.sharp = picture))
  }

  /** Draws the picture under a viewport; the context's unit is a device px. */
  draw(ctx: CanvasRenderingContext2D, viewport: Viewport, ratio: number): void {
    const target = { zoom: viewport.zoom * ratio, x: viewport.x * ratio, y: viewport.y * ratio }
    const picture = this.sharp && isSame(this.sharp.viewport, target) ? this.sharp : this.whole
    if (!picture) return
    const by = target.zoom / picture.viewport.zoom
    const { width, height } = picture.canvas
    const [x, y] = [target.x - picture.viewport.x * by, target.y - picture.viewport.y * by]
    ctx.drawImage(picture.canvas, x, y, width * by, height * by)
  }

  /** Ends all that is under way. */
  stop(): void {
    for (const kind of [...this.jobs.keys()]) this.cancel(kind)
  }

  private cancel(kind: 'whole' | 'sharp'): void {
    cancelAnimationFrame(this.jobs.get(kind)?.frame ?? 0)
    this.jobs.delete(kind)
  }

  private blankWhole(scale: number): Picture {
    const { width, height } = this.figure
    const zoom = Math.min(scale, Math.sqrt(MOST_PIXELS / (width * height)))
    return blank(width * zoom, height * zoom, { zoom, x: 0, y: 0 })
  }

  private begin(kind: 'whole' | 'sharp', picture: Picture, done: (picture: Picture) => void): void {
    this.cancel(kind)
    const job: Job = { frame: 0 }
    let left = this.network?.edges.length ?? 0
    const next = () => {
      const to = Math.max(0, left - SLICE)
      this.paint(picture, left, to)
      left = to
      if (left > 0) return void (job.frame = requestAnimationFrame(next))
      this.jobs.delete(kind)
      this.finish(picture)
      done(picture)
      this.changed()
    }
    this.jobs.set(kind, job)
    job.frame = requestAnimationFrame(next)
  }

  private paint(picture: Picture, from: number, to: number): void {
    this.within(picture, (ctx, network, choice) => paintEdges(ctx, network, from, to, choice))
  }

  private finish(picture: Picture): void {
    this.within(picture, paintNodes)
  }

  private within(
    { canvas, viewport }: Picture,
    run: (
      ctx: CanvasRenderingContext2D,
      network: PaintedNetwork,
      choice: { without: ReadonlySet<number> | null; part: [number, number, number, number] },
    ) => void,
  ): void {
    const ctx = canvas.getContext('2d')
    if (!ctx || !this.network) return
    ctx.setTransform(viewport.zoom, 0, 0, viewport.zoom, viewport.x, viewport.y)
    run(ctx, this.network, { without: this.without, part: visiblePart(viewport, canvas) })
  }
}

function blank(width: number, height: number, viewport: Viewport): Picture {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.ceil(width))
  canvas.height = Math.max(1, Math.ceil(height))
  return { canvas, viewport }
}

const isSame = (one: Viewport, other: Viewport) =>
  Math.abs(one.zoom - other.zoom) < 1e-6 &&
  Math.abs(one.x - other.x) < 0.01 &&
  Math.abs(one.y - other.y) < 0.01
