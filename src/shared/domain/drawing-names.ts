/** Choices of how networks are drawn and written, by name; without schemas, which no screen or host needs to list them. */

export const LAYOUTS = ['force', 'circle', 'concentric'] as const
export type LayoutName = (typeof LAYOUTS)[number]

/** What a label says: the name with the Share under it, the name, or no label at all. */
export const LABELS = ['share', 'name', 'none'] as const
export type LabelMode = (typeof LABELS)[number]

/** By what circles are coloured; edges within a cluster take its colour. */
export const COLOURS = ['none', 'sector', 'country', 'cluster'] as const
export type Colouring = (typeof COLOURS)[number]
