/** How exactly a source gives a figure, by the word that it prints. */

/** Each with its sign before a number; `implied` is marked at ranks alone, behind them. */
export const QUALIFIER_MARKS = {
  exact: '',
  about: '≈',
  nearly: '≈',
  almost: '≈',
  over: '>',
  under: '<',
  implied: '†',
} as const

export type Qualifier = keyof typeof QUALIFIER_MARKS
export type QualifierMark = (typeof QUALIFIER_MARKS)[Qualifier]

/** Words and signs of tables, lower case, English and Chinese. */
const SPELLINGS: Readonly<Record<string, Qualifier>> = {
  '': 'exact',
  exactly: 'exact',
  approximately: 'about',
  approx: 'about',
  'approx.': 'about',
  around: 'about',
  circa: 'about',
  roughly: 'about',
  some: 'about',
  '~': 'about',
  '≈': 'about',
  约: 'about',
  大约: 'about',
  左右: 'about',
  近: 'nearly',
  将近: 'nearly',
  'just under': 'almost',
  几乎: 'almost',
  'more than': 'over',
  above: 'over',
  '>': 'over',
  超过: 'over',
  多: 'over',
  以上: 'over',
  'less than': 'under',
  'fewer than': 'under',
  below: 'under',
  '<': 'under',
  不到: 'under',
  不足: 'under',
  以下: 'under',
}

export const isQualifier = (text: string): text is Qualifier => Object.hasOwn(QUALIFIER_MARKS, text)

/** The qualifier that a word or sign means; null for other words. */
export function qualifierOf(text: string): Qualifier | null {
  const plain = text.trim().toLowerCase()
  if (isQualifier(plain)) return plain
  return Object.hasOwn(SPELLINGS, plain) ? (SPELLINGS[plain] ?? null) : null
}
