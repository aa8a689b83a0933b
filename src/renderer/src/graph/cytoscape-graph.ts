/**
 * The network in Cytoscape: model, gestures, selection and, up to a measured number of edges, its drawing. Loaded
 * with the first network, never with the first screen.
 */
import type { Core, ElementDefinition, EventObject, StylesheetJson } from 'cytoscape'
import cytoscape from 'cytoscape'
import type { PaintedNetwork } from './paint-network.ts'
import type { Point, Viewport } from './viewport.ts'
import { ZOOM_RANGE } from './viewport.ts'

export interface GraphEvents {
  /** In figure units. */
  tap(at: Point): void
  open(at: Point): void
  viewport(viewport: Viewport): void
  /** Nodes being dragged, at their places now. */
  drag(nodes: { node: number; x: number; y: number }[]): void
  drop(nodes: { node: number; x: number; y: number }[]): void
  /** Cytoscape has painted. */
  painted(): void
}

export interface GraphOptions {
  network: PaintedNetwork
  viewport: Viewport
  /** Zoom at which the whole figure is seen. */
  fitZoom: number
  /** False: our own painter paints, Cytoscape holds nodes alone and paints nothing. */
  paints: boolean
  movable: boolean
}

export interface NetworkGraph {
  setViewport(viewport: Viewport): void
  select(nodes: ReadonlySet<number>): void
  setMovable(movable: boolean): void
  place(node: number, at: Point): void
  resize(): void
  destroy(): void
}

const STYLESHEET_ID = '__________cytoscape_stylesheet'

/**
 * Cytoscape writes a <style> into the page unless an element with this id is there; our content security policy
 * forbids that. Its one rule, the container's position, stands in our own stylesheet.
 */
function claimStylesheet(): void {
  if (document.getElementById(STYLESHEET_ID)) return
  const own = [...document.querySelectorAll('link[rel="stylesheet"], style')].find(({ id }) => id === '')
  if (own) own.id = STYLESHEET_ID
}

const STYLE = [
  { selector: 'core', style: { 'active-bg-opacity': 0, 'selection-box-opacity': 0 } },
  { selector: 'node, edge', style: { 'overlay-opacity': 0, events: 'yes' } },
  {
    selector: 'node',
    style: {
      width: 'data(d)',
      height: 'data(d)',
      'background-color': 'data(fill)',
      'border-width': 'data(rim)',
      'border-color': 'data(stroke)',
      'border-position': 'outside',
    },
  },
  {
    selector: 'edge',
    style: {
      width: 'data(width)',
      'line-color': 'data(colour)',
      'line-opacity': 'data(opacity)',
      'curve-style': 'haystack',
      'haystack-radius': 0,
      events: 'no',
    },
  },
] as unknown as StylesheetJson

function elementsOf({ geometry, nodes, edges }: PaintedNetwork, withEdges: boolean): ElementDefinition[] {
  const { x, y, r, a, b, width } = geometry
  const elements = nodes.map(({ fill, stroke, strokeWidth }, i): ElementDefinition => {
    const rim = stroke === null ? 0 : strokeWidth / 2
    const data = { id: `n${i}`, node: i, d: 2 * r[i]!, fill, stroke: stroke ?? fill, rim }
    return { group: 'nodes', data, position: { x: x[i]!, y: y[i]! } }
  })
  if (!withEdges) return elements
  for (let e = edges.length - 1; e >= 0; e--) {
    if (a[e]! < 0 || b[e]! < 0) continue
    const ends = { id: `e${e}`, source: `n${a[e]}`, target: `n${b[e]}` }
    elements.push({ group: 'edges', data: { ...ends, width: width[e], ...edges[e] } })
  }
  return elements
}

export function createGraph(container: HTMLElement, options: GraphOptions, on: GraphEvents): NetworkGraph {
  claimStylesheet()
  const { network, viewport, fitZoom, paints } = options
  const cy = cytoscape({
    container,
    elements: elementsOf(network, paints),
    style: STYLE,
    layout: { name: 'preset', fit: false },
    zoom: viewport.zoom,
    pan: { x: viewport.x, y: viewport.y },
    minZoom: fitZoom * ZOOM_RANGE.out,
    maxZoom: fitZoom * ZOOM_RANGE.in,
    boxSelectionEnabled: false,
    autounselectify: true,
    autoungrabify: !options.movable,
    ...(paints ? {} : { pixelRatio: 1 }),
  })
  if (!paints) stopPainting(cy)
  listen(cy, on)
  return {
    setViewport: ({ zoom, x, y }) => void cy.viewport({ zoom, pan: { x, y } }),
    select(nodes) {
      // Nodes selected together are dragged together.
      cy.autounselectify(false)
      cy.nodes()
        .filter((node) => node.selected() && !nodes.has(Number(node.data('node'))))
        .unselect()
      for (const node of nodes) cy.getElementById(`n${node}`).select()
      cy.autounselectify(true)
    },
    setMovable: (movable) => void cy.autoungrabify(!movable),
    place: (node, at) => void cy.getElementById(`n${node}`).position({ x: at.x, y: at.y }),
    resize: () => void cy.resize(),
    destroy: () => cy.destroy(),
  }
}

/** The renderer goes on to find what is under the pointer; its canvases stay empty. */
function stopPainting(cy: Core): void {
  const { renderer } = cy as unknown as { renderer?: () => { render?: () => void } | null }
  const own = renderer?.call(cy)
  if (own) own.render = () => {}
}

function listen(cy: Core, on: GraphEvents): void {
  const placed = (node: cytoscape.NodeSingular) => ({ node: Number(node.data('node')), ...node.position() })
  cy.on('tap', ({ position }: EventObject) => on.tap(position))
  cy.on('dbltap', ({ position }: EventObject) => on.open(position))
  cy.on('viewport', () => on.viewport({ zoom: cy.zoom(), ...cy.pan() }))
  cy.on('render', () => on.painted())
  // Of several nodes dragged together each tells of itself: they are told of as one.
  const together = (tell: (nodes: ReturnType<typeof placed>[]) => void) => {
    const nodes = new Map<number, cytoscape.NodeSingular>()
    return ({ target }: EventObject) => {
      if (nodes.size === 0) {
        queueMicrotask(() => {
          tell([...nodes.values()].map(placed))
          nodes.clear()
        })
      }
      nodes.set(Number(target.data('node')), target)
    }
  }
  cy.on('drag', 'node', together(on.drag))
  cy.on('dragfree', 'node', together(on.drop))
}
