/** Lines that were pasted, with whom each is taken for: by the reader's choice, as it was kept before, or as it was found. */
import type { GroupMember, MatchedLine } from '../../../../../shared/contract/groups.ts'

/** `here`: found in the dataset; `kept`: as it was kept, not found here; `written`: by its name alone; `open`: to be chosen. */
export type Taken = 'here' | 'kept' | 'written' | 'open' | 'twice' | 'head' | 'out'

export interface EditedLine extends MatchedLine {
  taken: Taken
  /** What is kept of it; null of one that is open or left out. */
  member: GroupMember | null
  /** As it was kept before, where that is another than is found here. */
  before: GroupMember | null
}

export interface Choices {
  /** By place in the list: an id of the candidates, `''` for the name alone. */
  chosen: ReadonlyMap<string, string>
  /** Lines left out. */
  out: ReadonlySet<string>
}

/** One line is known by its cell and how often the cell stood before, so that choices outlive other lines. */
export function keysOf(lines: readonly MatchedLine[]): string[] {
  const times = new Map<string, number>()
  return lines.map(({ text }) => {
    const n = (times.get(text) ?? 0) + 1
    times.set(text, n)
    return `${n}/${text}`
  })
}

/** @param members as they were kept before the list was changed */
export function editedLines(
  lines: readonly MatchedLine[],
  members: readonly GroupMember[],
  { chosen, out }: Choices,
): EditedLine[] {
  const keys = keysOf(lines)
  const before = new Map(membersByKey(members))
  const ids = new Set<string>()
  return lines.map((line, at) => {
    const key = keys[at] ?? ''
    const kept = before.get(key) ?? null
    const edited = { ...line, before: kept, ...takenAs(line, kept, chosen.get(key)) }
    if (out.has(key)) return { ...edited, taken: 'out', member: null }
    const id = edited.member?.id
    if (id == null) return edited
    if (ids.has(id)) return { ...edited, taken: 'twice', member: null }
    ids.add(id)
    return edited
  })
}

function membersByKey(members: readonly GroupMember[]): [string, GroupMember][] {
  const lines = members.map(({ pasted }) => ({ text: pasted }) as MatchedLine)
  const keys = keysOf(lines)
  return members.map((member, at) => [keys[at] ?? '', member])
}

function takenAs(
  line: MatchedLine,
  kept: GroupMember | null,
  choice: string | undefined,
): Pick<EditedLine, 'taken' | 'member'> {
  const candidate = line.candidates.find(({ id }) => id === choice)
  if (candidate) return { taken: 'here', member: { ...candidate.member, pasted: line.text } }
  if (choice === '') return { taken: 'written', member: line.asWritten }
  const [first] = line.candidates
  if (kept && kept.id !== null && (line.found !== 'one' || first?.id !== kept.id)) {
    const same = line.candidates.find(({ id, member }) => id === kept.id && member.region === kept.region)
    return same ? { taken: 'here', member: kept } : { taken: 'kept', member: kept }
  }
  if (line.found === 'head') return { taken: 'head', member: null }
  if ((line.found === 'one' || line.found === 'twice') && first)
    return { taken: 'here', member: first.member }
  if (line.found === 'several') return { taken: 'open', member: null }
  return { taken: 'written', member: line.asWritten }
}

/** A list of members as the text from which they are found again. */
export const textOfMembers = (members: readonly GroupMember[]): string =>
  members
    .map(({ pasted, region, division }) => [pasted, region, division].filter(Boolean).join('\t'))
    .join('\n')
