import { z } from 'zod'
import { NAMINGS } from '../domain/language.ts'
import type { LayoutName } from '../domain/drawing-names.ts'
import { LABELS, LAYOUTS } from '../domain/drawing-names.ts'
import type { DatasetStamp, EntityLabel, Finding, Provenance } from './common.ts'
import { datasetRef, language, regionId, subject, text, year } from './common.ts'
import { command, drawing } from './define.ts'
import type { ExplainedNumber } from './explained-numbers.ts'
import { NETWORK_MEASURES } from '../measures/by-id.ts'
import type { NetworkData, NetworkEdge, NetworkNode } from './networks.ts'
import { citiesInput, egoInput, institutionsInput } from './networks.ts'

/**
 * Networks and maps as they are drawn. All lengths are figure units: a figure is 1,000 wide and as high as `frame`
 * says, x grows to the right and y downwards, on screens as in files and for the command line.
 */

/** The network to draw: the query of its data. */
export const networkRequest = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('institutions'), input: institutionsInput }),
  z.strictObject({ of: z.literal('cities'), input: citiesInput }),
  z.strictObject({ of: z.literal('ego'), input: egoInput }),
])
export type NetworkRequest = z.infer<typeof networkRequest>

/** Where the user put a node. */
const pin = z.strictObject({ id: text, x: z.number(), y: z.number() })
export type Pin = z.infer<typeof pin>

export type { Colouring, LabelMode, LayoutName } from '../domain/drawing-names.ts'

const wording = {
  /** Of title, legend and source. */
  language,
  /** Of the labels; without it that of the figure. */
  names: z.enum(NAMINGS).optional(),
  labels: z.enum(LABELS).default('name'),
}

/** The pane that a figure is made for, in CSS px, which are then its units; without it the figure's own. */
const screen = z.strictObject({ width: z.int().min(160).max(8000), height: z.int().min(80).max(8000) })

const arrangement = {
  layout: z.enum(LAYOUTS).default('force'),
  seed: z.int().min(1).max(2_147_483_647).default(1),
}

export const networkDrawing = z.strictObject({
  network: networkRequest,
  ...wording,
  ...arrangement,
  /** Without them those saved for this network hold; an empty list draws none. */
  pins: z.array(pin).max(5000).optional(),
  /** Ids of nodes that are left out of the figure, with their edges. */
  hidden: z.array(text).max(5000).default([]),
  /** Positions start from the network of this longer period, so that years can be compared. */
  base: z.strictObject({ from: year, to: year }).optional(),
  screen: screen.optional(),
})
export type NetworkDrawingInput = z.infer<typeof networkDrawing>

/** A number of one node, among the nodes and edges drawn. */
export const explainedNode = z.strictObject({
  network: networkRequest,
  hidden: networkDrawing.shape.hidden,
  node: text,
  measure: z.enum(NETWORK_MEASURES),
})

/** Several networks on one scale: the years of a city, or several cities. */
export const multiplesDrawing = z.strictObject({
  panels: z.array(networkRequest).min(1).max(12),
  ...wording,
  ...arrangement,
  base: z.strictObject({ from: year, to: year }).optional(),
  screen: screen.optional(),
})
export type MultiplesInput = z.infer<typeof multiplesDrawing>

export const mapDrawing = z.strictObject({
  dataset: datasetRef,
  subject,
  /** The year of an edition, or the last year of a period. */
  year: year.optional(),
  /** First year; without it `year` alone. Of computed indexes only. */
  from: year.optional(),
  region: regionId.optional(),
  /** The leading cities by Share. */
  top: z.int().min(1).max(2000).default(100),
  /** The city whose partners are joined by arcs. */
  focus: text.optional(),
  /** Partners drawn, strongest first. */
  partners: z.int().min(0).max(200).default(16),
  minScore: z.number().min(0).default(0),
  ...wording,
  screen: screen.optional(),
})

export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

export interface Frame {
  width: number
  height: number
  /** Where nodes, edges and labels stand; title above, legend and source below. */
  plot: Rectangle
  /** Of a figure made for a pane of the screen: where its scales stand. */
  legend?: Rectangle
}

export interface DrawnNode extends NetworkNode {
  x: number
  y: number
  /** Area ∝ Share over the period. */
  r: number
  pinned: boolean
  /** From 0, by the clusters' total Share; the finer colours of a figure follow it. */
  cluster: number
  /** Partners among the nodes drawn. */
  degree: number
  /** Sum of the scores of its edges, in articles. */
  weightedDegree: number
  /** Part of the shortest paths between other nodes that lead through it, 0 to 1. */
  betweenness: number
}

export interface DrawnEdge extends NetworkEdge {
  /** ∝ score. */
  width: number
}

/** A label: lines of text in a box that touches no other box and no circle but its own. */
export interface DrawnLabel {
  id: string
  /** [left, top, right, bottom]. */
  box: [number, number, number, number]
  /** One tspan each: `y` of the baseline; `value` lines are lighter. */
  lines: { text: string; y: number; value: boolean }[]
  x: number
  anchor: 'start' | 'middle' | 'end'
  size: number
  /** Within its circle. */
  inside: boolean
  /** From the circle's edge to the box. */
  leader: [number, number, number, number] | null
}

/** Round steps, largest first, on the scale of the figure. */
export interface DrawnLegend {
  areas: { value: number; r: number }[]
  widths: { value: number; width: number }[]
}

/** Names of the groups that a colouring tells apart, by sector, region id or cluster number. */
export interface GroupWords {
  sector: Record<string, string>
  country: Record<string, string>
  cluster: Record<string, string>
  /** Of the groups that share one colour. */
  rest: string
}

/** Words of a figure, in its language. */
export interface DrawnWords {
  title: string
  subtitle: string
  /** Source, what is shown of how much, labels shown, layout seed. */
  source: string
  legendArea: string
  legendWidth: string
  fileStem: string
  /** What the colours of a network may stand for. */
  groups?: GroupWords
}

export interface Drawing extends NetworkData {
  frame: Frame
  layout: LayoutName
  seed: number
  /** Of what the layout was made from: data, seed, layout and pins. Equal keys have equal positions. */
  layoutKey: string
  /** Of what was asked for, whatever its figures: pins are kept under it (`networks.keep`). */
  pinsKey: string
  nodes: DrawnNode[]
  edges: DrawnEdge[]
  hidden: EntityLabel[]
  labels: DrawnLabel[]
  /** Labels placed, of nodes drawn. */
  labelsShown: number
  clusters: { count: number; modularity: number | null }
  /** Weight of the scale: r = areaScale · √Share, width = widthScale · score. */
  areaScale: number
  widthScale: number
  legend: DrawnLegend
  words: DrawnWords
  finding: Finding | null
}

export interface Multiples extends DatasetStamp {
  frame: Frame
  /** `words.title` of each panel names it; coordinates are those of the whole figure. */
  panels: (Drawing & { place: Rectangle })[]
  legend: DrawnLegend
  words: DrawnWords
  provenance: Provenance
}

export interface MapCity extends EntityLabel {
  region: string
  share: number
  count: number | null
  latitude: number
  longitude: number
  r: number
  /** Place in each view that shows it; the first view is the world. */
  at: { view: number; x: number; y: number }[]
  /** Score with the focus, null where it is no partner or none was published. */
  score: number | null
  articles: number | null
}

/** The world, or a magnified frame of a crowded region; circles keep their scale. */
export interface MapView {
  id: string
  /** Empty for the world. */
  title: string
  place: Rectangle
  /** SVG path data in figure units, clipped to `place`. */
  land: string
  borders: string
  graticule: string
  /** Outline on the world map of what this frame shows; empty for the world. */
  outline: string
  /** Cities whose circle stands in it. */
  cities: number
  labels: DrawnLabel[]
}

export interface MapArc {
  /** City ids; `a` is the focus. */
  a: string
  b: string
  view: number
  /** SVG path data. */
  d: string
  score: number
  width: number
}

export interface MapDrawing extends DatasetStamp {
  filters: {
    subject: string
    year: number
    from: number
    region: string | null
    top: number
    focus: string | null
    partners: number
    minScore: number
  }
  frame: Frame
  /** By Share, largest first. */
  cities: MapCity[]
  citiesOf: number
  /** Leading cities without coordinates, which cannot be drawn. */
  unplaced: EntityLabel[]
  views: MapView[]
  arcs: MapArc[]
  /** Partners of the focus with any score; null where scores between cities were not published. */
  partnersOf: number | null
  labelsShown: number
  areaScale: number
  widthScale: number
  legend: DrawnLegend
  words: DrawnWords
  finding: Finding | null
  provenance: Provenance
}

export const drawings = {
  /** @throws those of `networks.*`; node-unknown where a pin or a hidden node is not of the network. */
  'networks.draw': drawing<Drawing>()(networkDrawing),
  /** Keeps where the user put nodes; no pins forget those kept. @throws dataset-unknown. */
  'networks.keep': command<{ kept: number }>()(
    z.strictObject({
      dataset: datasetRef,
      /** `pinsKey` of the drawing. */
      key: z.string().regex(/^[0-9a-f]{32}$/),
      pins: z.array(pin).max(5000),
    }),
  ),
  /** How a node's place in the network comes about: the links, or the shortest paths through it. @throws node-unknown. */
  'networks.explain': drawing<ExplainedNumber>()(explainedNode),
  'networks.multiples': drawing<Multiples>()(multiplesDrawing),
  /** Of editions too: circles without arcs. @throws city-unknown, year-unknown, region-unknown. */
  'maps.draw': drawing<MapDrawing>()(mapDrawing),
} as const
