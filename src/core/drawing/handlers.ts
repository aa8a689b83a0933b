import type { ReaderContext } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { drawMap } from './map/draw-map.ts'
import { drawMultiples } from './network/draw-multiples.ts'
import { drawNetwork } from './network/draw-network.ts'
import { explainNode } from './network/explain-node.ts'

export const drawingHandlers: Handlers<'drawing', ReaderContext> = {
  'networks.draw': drawNetwork,
  'networks.multiples': drawMultiples,
  'networks.explain': explainNode,
  'maps.draw': drawMap,
}
