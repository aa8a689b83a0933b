/** The subjects of the index and the whole; subjects overlap, so their Shares are never summed. */
export const SUBJECTS = [
  'chemistry',
  'physical-sciences',
  'biological-sciences',
  'earth-environmental-sciences',
  'health-sciences',
  // An article is stored with one byte for its subjects, bit k for the k-th: a ninth one does not compile.
] as const satisfies { readonly length: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 }

/** A subject, or `all` for every article of the index. */
export type Subject = 'all' | (typeof SUBJECTS)[number]

export const ALL_SUBJECTS: readonly Subject[] = ['all', ...SUBJECTS]

export function isSubject(text: string): text is Subject {
  return (ALL_SUBJECTS as readonly string[]).includes(text)
}
