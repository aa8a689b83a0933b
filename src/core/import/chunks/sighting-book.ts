/**
 * Name, ROR id and country of each institution as the newest work gave them, for institutions of which no file tells
 * more. Words are decoded only when a newer work is met: a few times an institution, not once a mention.
 */
import { leafText } from '../../scan/leaves.ts'
import type { Scanner } from '../../scan/scanner.ts'
import type { Sighting } from '../../articles/nodes.ts'
import { isNewer } from '../../articles/nodes.ts'

type WordsAt = Pick<SightingBook, 'nameAt' | 'rorAt' | 'countryAt'>

export class SightingBook {
  /** Where the current institution's words stand in the tape; -1 where it has none. */
  nameAt = -1
  rorAt = -1
  countryAt = -1
  private readonly byNode: (Sighting | undefined)[] = []
  private readonly changed = new Set<number>()
  /** Where the words stand that the work being read gave a node: its other authors give them again. */
  private readonly given = new Map<number, WordsAt>()
  private node = -1
  private key = 0
  private updated = 0
  private work = 0

  /** Another work is read. */
  beginWork(): void {
    if (this.given.size > 0) this.given.clear()
  }

  /** The institution being read has a number. */
  begin(node: number, key: number, updated: number, work: number): void {
    this.node = node
    this.key = key
    this.updated = updated
    this.work = work
  }

  /** The institution being read ends. */
  end(scanner: Scanner): void {
    if (this.node >= 0) this.keep(scanner)
    this.node = this.nameAt = this.rorAt = this.countryAt = -1
  }

  /** The sightings that are new or newer since the last call, to hand to the writer. */
  take(): Sighting[] {
    const taken = [...this.changed].flatMap((node) => this.byNode[node] ?? [])
    this.changed.clear()
    return taken
  }

  private keep(scanner: Scanner): void {
    const known = this.byNode[this.node]
    const { updated, work } = this
    if (known && (known.updated > updated || (known.updated === updated && known.work < work))) return
    if (known && this.areGiven(scanner)) return
    const text = (i: number) => (i < 0 ? null : leafText(scanner, i))
    const seen: Sighting = {
      key: this.key,
      updated,
      work,
      name: text(this.nameAt),
      ror: /0[a-z0-9]{8}$/i.exec(text(this.rorAt) ?? '')?.[0].toLowerCase() ?? null,
      country: /^[a-z]{2}$/i.exec(text(this.countryAt) ?? '')?.[0].toUpperCase() ?? null,
    }
    const { nameAt, rorAt, countryAt } = this
    if (!known || isNewer(seen, known)) {
      this.byNode[this.node] = seen
      this.changed.add(this.node)
    } else if (isNewer(known, seen)) return
    this.given.set(this.node, { nameAt, rorAt, countryAt })
  }

  /** Whether this work gave the institution the same words before, by their bytes. */
  private areGiven(scanner: Scanner): boolean {
    const given = this.given.get(this.node)
    return (
      given !== undefined &&
      sameLeaf(scanner, given.nameAt, this.nameAt) &&
      sameLeaf(scanner, given.rorAt, this.rorAt) &&
      sameLeaf(scanner, given.countryAt, this.countryAt)
    )
  }
}

/** Whether two triples hold the same bytes; -1 stands for none. */
function sameLeaf({ bytes, tape }: Scanner, a: number, b: number): boolean {
  if (a < 0 || b < 0) return a === b
  const [from, other] = [tape[3 * a + 1] as number, tape[3 * b + 1] as number]
  const length = (tape[3 * a + 2] as number) - from
  if ((tape[3 * b + 2] as number) - other !== length) return false
  for (let k = 0; k < length; k++) if (bytes[from + k] !== bytes[other + k]) return false
  return true
}
