/** Statements of an edition that are no figures: they compare, or say something of a city in words. */

/** Where the number, if one is printed, is part of the sentence; the others stand as a label with the pair they are of. */
export const RELATIONS = [
  'share-ratio',
  'share-gap',
  'ahead',
  'takes-rank',
  'falls-to-rank',
  'only-rising',
  'adjusted-rise',
  'adjusted-fall',
  'leading-pairs',
  'named-pair',
  'pair-rank',
  'pair-stronger',
  'pair-close',
  'population-rank',
] as const
export type Relation = (typeof RELATIONS)[number]

export const isRelation = (indicator: string): indicator is Relation =>
  (RELATIONS as readonly string[]).includes(indicator)

/** Those that print a number apart from their words. */
export const hasOwnNumber = (indicator: string): boolean =>
  indicator === 'pair-rank' || indicator === 'population-rank'
