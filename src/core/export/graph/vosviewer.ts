/**
 * VOSviewer's JSON. It reads labels as HTML, so angle brackets become ‹ ›; clusters count from 1; y grows upwards and
 * its coordinates are about 1. It opens networks of three items or more.
 */
import type { GraphFile } from './graph-file.ts'
import { upwards } from './xml-text.ts'

/** Figure units in one of VOSviewer's. */
const UNIT = 500

const plain = (text: string) => text.toWellFormed().replaceAll('<', '‹').replaceAll('>', '›')

export function toVosviewer(graph: GraphFile): string {
  const document = {
    network: {
      items: graph.nodes.map((node) => ({
        id: node.id,
        label: plain(node.label),
        x: node.x / UNIT,
        y: upwards(node.y) / UNIT,
        cluster: node.group,
        weights: { Share: node.share, Count: node.count, 'Sum of scores': node.weightedDegree },
        scores: { Betweenness: node.betweenness },
      })),
      links: graph.edges.map(({ a, b, score }) => ({ source_id: a, target_id: b, strength: score })),
    },
    config: {
      parameters: { item_size: 1, largest_component: false },
      terminology: {
        item: graph.item,
        items: graph.item === 'city' ? 'cities' : 'institutions',
        link: 'collaboration',
        links: 'collaborations',
        link_strength: 'collaboration score',
        total_link_strength: 'sum of scores',
      },
    },
    info: { title: plain(graph.title), description: plain(graph.description) },
  }
  return `${JSON.stringify(document, null, 1)}\n`
}
