/** The five subjects of the index and the whole; subjects overlap, so their Shares are never summed. */
export const SUBJECTS = [
  'chemistry',
  'physical-sciences',
  'biological-sciences',
  'earth-environmental-sciences',
  'health-sciences',
] as const

/** A subject, or `all` for every article of the index. */
export type Subject = 'all' | (typeof SUBJECTS)[number]

export const ALL_SUBJECTS: readonly Subject[] = ['all', ...SUBJECTS]

export function isSubject(text: string): text is Subject {
  return (ALL_SUBJECTS as readonly string[]).includes(text)
}
