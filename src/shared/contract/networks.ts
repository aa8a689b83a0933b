import { z } from 'zod'
import { USUAL_STRONGEST } from '../domain/strongest.ts'
import type { DatasetStamp, EntityLabel, Provenance } from './common.ts'
import { datasetRef, regionId, subject, text, year } from './common.ts'
import { query } from './define.ts'

export interface NetworkNode {
  id: string
  name: string
  nameZh: string | null
  /** Of an institution its city. */
  within: EntityLabel | null
  region: string | null
  sector: string | null
  /** Over the period, in articles. */
  share: number
  count: number
  /** With how many of the nodes shown it has a score, whatever of that is drawn. */
  links: number
}

/** An undirected edge; `a` stands before `b` in the order of the nodes. */
export interface NetworkEdge {
  a: string
  b: string
  /** Bilateral collaboration score over the period, in articles. */
  score: number
  /** Joint articles. */
  articles: number
}

export interface NetworkData extends DatasetStamp {
  filters: {
    of: 'institutions' | 'cities' | 'ego'
    city: string | null
    region: string | null
    centre: string | null
    subject: string
    from: number
    to: number
    top: number
    minScore: number
    strongest: number | null
  }
  /** Nodes that could be shown, and edges among those shown before `minScore` and `strongest`. */
  nodesOf: number
  edgesOf: number
  /** Numbers of edges by score before `minScore`: bucket i holds scores from `edges[i]` up to `edges[i + 1]`. */
  histogram: { edges: number[]; counts: number[] }
  /** By Share, largest first; the centre of an ego network first. */
  nodes: NetworkNode[]
  /** By score, largest first. */
  edges: NetworkEdge[]
  provenance: Provenance
}

const period = {
  dataset: datasetRef,
  subject,
  /** First and last year; without them all years of the index. */
  from: year.optional(),
  to: year.optional(),
  minScore: z.number().min(0).default(0),
  /**
   * Only the k strongest edges of each node (an edge stays when it is among those of either end). `usual`: all edges of
   * few nodes, the 3 strongest of each of 50 and more. Without it all.
   */
  strongest: z.union([z.int().min(1).max(100), z.literal(USUAL_STRONGEST)]).optional(),
}

/** The leading institutions of a city (or region, or the index). */
export const institutionsInput = z.strictObject({
  ...period,
  city: text.optional(),
  region: regionId.optional(),
  top: z.int().min(2).max(5000).default(5),
})
/** The leading cities of the index (or of a region). */
export const citiesInput = z.strictObject({
  ...period,
  region: regionId.optional(),
  top: z.int().min(2).max(2000).default(50),
})
/** An institution or a city in the middle, its strongest partners around it, and the edges among all. */
export const egoInput = z.strictObject({
  ...period,
  kind: z.enum(['institution', 'city']).default('institution'),
  centre: text,
  top: z.int().min(1).max(500).default(20),
})

/** Who works with whom. All need a computed index. @throws not-computed, city-unknown, institution-unknown, year-unknown. */
export const networks = {
  'networks.institutions': query<NetworkData>()(institutionsInput),
  'networks.cities': query<NetworkData>()(citiesInput),
  'networks.ego': query<NetworkData>()(egoInput),
} as const
