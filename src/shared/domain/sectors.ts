/** Sectors of institutions, by the types of OpenAlex (those of ROR are the same words). */
export const SECTORS = [
  'education',
  'healthcare',
  'company',
  'archive',
  'nonprofit',
  'government',
  'facility',
  'funder',
  'other',
] as const
export type Sector = (typeof SECTORS)[number]
