/**
 * Names that read alike once they are cut: "Universidade Federal do Rio de Janeiro" and "Universidade Federal do Rio
 * Grande do Sul" end in the same ellipsis. Here a cut spares the part that tells a name from its neighbours.
 */
import { fitText } from './text.ts'

const CUT = '…'
/** So many signs of a beginning stay before an ellipsis in the middle, or it says nothing. */
const LEAST_HEAD = 3
/** As many signs in common, and a cut name may hide what tells it from another. */
const ALIKE = 12
/** Letters before an ellipsis that nobody reads a difference in: "Federal do…", "Federal de…". */
const HARDLY = 3
const BETWEEN_WORDS = /[\s,，/（(·–-]/u

/**
 * Where the part begins by which a name differs from the one of `names` most like it, at the beginning of a word;
 * names that share less than a dozen signs with any other are not in the answer.
 * @param names in any order; of equal ones none tells anything
 */
export function tellingParts(names: readonly string[]): ReadonlyMap<string, number> {
  const sorted = [...new Set(names)].sort()
  const parts = new Map<string, number>()
  sorted.forEach((name, at) => {
    const places = [sharedLength(name, sorted[at - 1] ?? ''), sharedLength(name, sorted[at + 1] ?? '')]
    // Where another name only goes on, all of this one is shared; what tells it is told by its other neighbour.
    const shared = Math.max(...places.filter((place) => place < name.length))
    if (shared >= ALIKE) parts.set(name, wordStart(name, shared))
  })
  return parts
}

/**
 * Names no wider than `width`. Those that would read the same once cut keep their beginning and the part that differs:
 * "Univer…do Rio de Janeiro", "Universi…de Minas Gerais". What fits stays whole.
 * @param width in the measure's own unit
 * @returns in the order of `names`
 */
export function fitNames(
  names: readonly string[],
  width: number,
  measure: (text: string) => number,
): string[] {
  const plain = names.map((name) => fitText(name, width, measure))
  const cut = [...new Set(names.filter((name, at) => plain[at] !== name))]
  const begun = Map.groupBy(cut, (name) => name.slice(0, LEAST_HEAD))
  return plain.map((said, at) => {
    const name = names[at] as string
    if (said === name) return said
    const seen = said.length - CUT.length - HARDLY
    const alike = begun.get(name.slice(0, LEAST_HEAD)) ?? []
    const same = alike.filter((each) => each !== name && sharedLength(name, each) >= seen)
    return same.length === 0 ? said : (cutMiddle(name, same, width, measure) ?? said)
  })
}

/** As much of the beginning as stands beside the differing part; that is cut too where it is longer than the room. */
function cutMiddle(
  name: string,
  alike: readonly string[],
  width: number,
  measure: (text: string) => number,
): string | null {
  const places = alike.map((each) => sharedLength(name, each))
  // From the first place where any of them differs, all that tells it is there; from later ones the nearest only.
  const shared = [...new Set(places)].filter((at) => at < name.length).sort((a, b) => a - b)
  for (const at of shared.flatMap((each) => [wordStart(name, each), each])) {
    const tail = name.slice(at).trimStart()
    const head = Array.from(name.slice(0, at))
    for (let length = head.length - 1; length >= LEAST_HEAD; length--) {
      const said = `${head.slice(0, length).join('').trimEnd()}${CUT}${tail}`
      if (measure(said) <= width) return said
    }
  }
  const [first] = shared
  if (first === undefined) return null
  const least = `${Array.from(name).slice(0, LEAST_HEAD).join('').trimEnd()}${CUT}`
  const start = wordStart(name, first)
  const rest = fitText(name.slice(start).trimStart(), width - measure(least), measure)
  // The differing sign itself must be seen, or nothing was won.
  return rest.length > first - start + 1 ? least + rest : null
}

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let at = 0
  while (at < most && a[at] === b[at]) at++
  return at
}

/** The beginning of the word in which place `at` lies. */
function wordStart(name: string, at: number): number {
  if (BETWEEN_WORDS.test(name[at] ?? '')) return at
  let start = at
  while (start > 0 && !BETWEEN_WORDS.test(name[start - 1] as string)) start--
  // Chinese has no blanks between words: the sign that differs is the beginning.
  return /[\u2e80-\u9fff]/u.test(name[at] ?? '') ? at : start
}
