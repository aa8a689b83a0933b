/** What a number is reckoned from: words of the screens, by role. */
type PlainRole =
  | 'share'
  | 'shareFrom'
  | 'shareTo'
  | 'count'
  | 'articles'
  | 'articlesFrom'
  | 'articlesTo'
  | 'articlesBase'
  | 'regionPart'
  | 'regionShare'
  | 'inhabitants'
  | 'rankFrom'
  | 'rankTo'
  | 'above'
  | 'reached'
  | 'shareSubject'
  | 'articlesSubject'

/** Roles in numbers that are formed from others; they have words of their own. */
export const FORMED_ROLES = [
  'minuend',
  'subtrahend',
  'score',
  'joint',
  'reachPart',
  'whole',
  'below',
  'beyond',
  'between',
  'pathParts',
  'otherPairs',
] as const
export type FormedRole = (typeof FORMED_ROLES)[number]
export type TermRole = PlainRole | FormedRole
