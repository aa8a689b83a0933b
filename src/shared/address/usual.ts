/** Usual values of views that draw: an address leaves them out. */

/** Nodes of a network, by its kind. */
export const USUAL_NODES = { city: 5, region: 20, all: 20, cities: 50, ego: 20 } as const
/** Above this many nodes a Share under every name only takes room from other names. */
const SHARES_UP_TO = 25
export const usualLabels = (top: number): 'share' | 'name' => (top <= SHARES_UP_TO ? 'share' : 'name')

/** Cities and partners of a map. */
export const USUAL_CITIES = 100
export const USUAL_PARTNERS = 16
/** In the address of a map: no city is the focus. */
export const NO_FOCUS = 'none'
