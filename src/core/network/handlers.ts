import type { ReaderContext } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { drawMap } from '../map/draw-map.ts'
import { drawMultiples } from './draw-multiples.ts'
import { drawNetwork } from './draw-network.ts'

export const drawingHandlers: Handlers<'drawing', ReaderContext> = {
  'networks.draw': drawNetwork,
  'networks.multiples': drawMultiples,
  'maps.draw': drawMap,
}
