/** What a figure is about. `part`s of institutions and unknown places are no entities of their own. */
export const ENTITY_NAMES = ['institution', 'city', 'metro', 'country'] as const
export type EntityName = (typeof ENTITY_NAMES)[number]
