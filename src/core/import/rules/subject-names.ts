import { nameKey } from '../../../shared/domain/slug.ts'
import { SUBJECTS } from '../../../shared/domain/subjects.ts'

/** Names of the five subjects by which tables call them, besides their ids. */
const NAMES: Record<string, (typeof SUBJECTS)[number]> = {
  化学: 'chemistry',
  'physical science': 'physical-sciences',
  物理科学: 'physical-sciences',
  'biological science': 'biological-sciences',
  生物科学: 'biological-sciences',
  生命科学: 'biological-sciences',
  'earth and environmental sciences': 'earth-environmental-sciences',
  'earth and environmental science': 'earth-environmental-sciences',
  地球与环境科学: 'earth-environmental-sciences',
  'health science': 'health-sciences',
  健康科学: 'health-sciences',
}

const BIT_OF = new Map<string, number>([
  ...SUBJECTS.map((subject, bit) => [nameKey(subject), 1 << bit] as const),
  ...Object.entries(NAMES).map(([name, subject]) => [nameKey(name), 1 << SUBJECTS.indexOf(subject)] as const),
])

/** Bit k for SUBJECTS[k], by id or by English or Chinese name; 0 for a name that is none of the five. */
export function subjectBit(name: string): number {
  const known = BIT_AS_WRITTEN.get(name)
  if (known !== undefined) return known
  const bit = BIT_OF.get(nameKey(name)) ?? 0
  if (BIT_AS_WRITTEN.size < 1000) BIT_AS_WRITTEN.set(name, bit)
  return bit
}

/** Files write a subject the same way a million times; its key is made once. */
const BIT_AS_WRITTEN = new Map<string, number>()

/** The subjects of a cell, parted by `;` (also `；` and `|`): their bits, and the names that are none of the five. */
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
