/** How many of its links each node of a network keeps in a figure where nothing else was asked. */

/** From so many nodes on, all their links together are a grey cloud: 50 nodes have up to 1,225. */
const MANY_NODES = 50
const USUAL = 3

/** What `strongest` of a network may say besides a number. */
export const USUAL_STRONGEST = 'usual'

/**
 * The usual number of strongest links of each node; null where all are drawn. A link stays when it is among the
 * strongest of either end, so that a node may have more of them than this.
 */
export const usualStrongest = (nodes: number): number | null => (nodes >= MANY_NODES ? USUAL : null)
