/** Usual values of views that draw: an address leaves them out. */

import type { LayoutName } from '../domain/drawing-names.ts'

/** Nodes of a network, by its kind. */
export const USUAL_NODES = { city: 5, region: 20, all: 20, cities: 50, ego: 20 } as const
/** Above this many nodes a Share under every name only takes room from other names. */
const SHARES_UP_TO = 25
/** Of one and its partners, that one stands in the middle of rings. */
export const usualLayout = (kind: keyof typeof USUAL_NODES): LayoutName =>
  kind === 'ego' ? 'concentric' : 'force'
export const usualLabels = (top: number): 'share' | 'name' => (top <= SHARES_UP_TO ? 'share' : 'name')

/** Cities and partners of a map. */
export const USUAL_CITIES = 100
export const USUAL_PARTNERS = 16
/** In the address of a map: no city is the focus; in that of a network: no node is read. */
export const NO_FOCUS = 'none'
/** In the address of a network of many nodes: every link is drawn, not only the strongest. */
export const ALL_LINKS = 'all'
