import type { Frame } from '../../../shared/contract/drawings.ts'

/** A landscape slide figure. The title band and the strip of legend and source hold nothing else. */
export const NETWORK_FRAME: Frame = {
  width: 1000,
  height: 640,
  plot: { x: 14, y: 48, width: 972, height: 508 },
}
