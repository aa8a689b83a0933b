/** Units of one article, 6 × lcm(1…20): exact for up to 20 authors with 1, 2, 3 or 6 affiliations each; fits 31 bits. */
export const UNITS = 1_396_755_360
/** Parts of one author, lcm(1…10): every author with up to 10 affiliations gives each a whole number of parts. */
export const PARTS = 2520
/** Units of an article with one author that fall to one part of this author. */
export const UNITS_PER_PART = UNITS / PARTS

/** Order of two nodes that depends on what they stand for, not on their numbers; 0 only for one and the same node. */
export type CompareNodes = (a: number, b: number) => number
