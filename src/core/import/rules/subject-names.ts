import { nameKey } from '../../../shared/domain/slug.ts'
import { SUBJECTS } from '../../../shared/domain/subjects.ts'

/** Names of the subjects by which tables call them, besides their ids. */
const NAMES: Record<(typeof SUBJECTS)[number], readonly string[]> = {
  chemistry: ['化学'],
  'physical-sciences': ['physical science', '物理科学'],
  'biological-sciences': ['biological science', '生物科学', '生命科学'],
  'earth-environmental-sciences': [
    'earth and environmental sciences',
    'earth and environmental science',
    '地球与环境科学',
  ],
  'health-sciences': ['health science', '健康科学'],
}

/** Every spelling of each subject, in the order of their bits. */
export const SUBJECT_SPELLINGS: readonly (readonly string[])[] = SUBJECTS.map((subject) => [
  subject,
  ...NAMES[subject],
])

const BIT_OF = new Map(
  SUBJECT_SPELLINGS.flatMap((names, bit) => names.map((name) => [nameKey(name), 1 << bit])),
)

/** Bit k for SUBJECTS[k], by id or by English or Chinese name; 0 for a name that is none of them. */
export function subjectBit(name: string): number {
  const known = BIT_AS_WRITTEN.get(name)
  if (known !== undefined) return known
  const bit = BIT_OF.get(nameKey(name)) ?? 0
  if (BIT_AS_WRITTEN.size < 1000) BIT_AS_WRITTEN.set(name, bit)
  return bit
}

/** Files write a subject the same way a million times; its key is made once. */
const BIT_AS_WRITTEN = new Map<string, number>()

/** The subjects of a cell, parted by `;` (also `；` and `|`): their bits, and the names that are none of them. */
export function subjectsInCell(cell: string): { mask: number; unknown: string[] } {
  let mask = 0
  const unknown: string[] = []
  for (const part of cell.split(/[;；|]/)) {
    const name = part.trim()
    if (name === '') continue
    const bit = subjectBit(name)
    if (bit === 0) unknown.push(name)
    mask |= bit
  }
  return { mask, unknown }
}
