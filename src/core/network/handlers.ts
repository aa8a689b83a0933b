import { AppError } from '../../shared/contract/errors.ts'
import type { ReaderContext } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { drawMultiples } from './draw-multiples.ts'
import { drawNetwork } from './draw-network.ts'

export const drawingHandlers: Handlers<'drawing', ReaderContext> = {
  'networks.draw': drawNetwork,
  'networks.multiples': drawMultiples,
  'maps.draw': () => {
    throw new AppError('internal', 'maps are not drawn yet')
  },
}
