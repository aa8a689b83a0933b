import { ALL_SUBJECTS } from '../../shared/domain/subjects.ts'

/** Kinds of entity that articles are counted for, as numbered in the statistics. */
export const ENTITY_KINDS = {
  institution: 1,
  city: 2,
  /** Metropolitan areas only; a city outside any area stands for itself and is read from the cities. */
  metro: 3,
  region: 4,
  /** An institution's part in one city, where it has affiliations in several. */
  part: 5,
} as const
export type EntityKind = keyof typeof ENTITY_KINDS

/** The entity of each kind that a node belongs to: by node, its number or -1 where unknown. */
export type EntityMaps = Record<EntityKind, Int32Array>

/** The node of authors without an affiliation. */
export const UNAFFILIATED = 0

/** Where nothing is known of the country: no country has this code. */
export const UNKNOWN_REGION = 'ZZ'

/** Subject 0 is every article; subject k + 1 is the k-th of `SUBJECTS`. */
export const SUBJECT_COUNT = ALL_SUBJECTS.length
