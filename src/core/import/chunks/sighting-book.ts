/**
 * Name, ROR id and country of each institution as the newest work gave them, for institutions of which no file tells
 * more. Words are decoded only when a newer work is met: a few times an institution, not once a mention.
 */
import { leafText } from '../../scan/leaves.ts'
import type { Scanner } from '../../scan/scanner.ts'
import type { Sighting } from '../../articles/nodes.ts'
import { isNewer } from '../../articles/nodes.ts'

export class SightingBook {
  /** Where the current institution's words stand in the tape; -1 where it has none. */
  nameAt = -1
  rorAt = -1
  countryAt = -1
  private readonly byNode: (Sighting | undefined)[] = []
  private readonly changed = new Set<number>()
  private node = -1
  private key = 0
  private updated = 0
  private work = 0

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
    const text = (i: number) => (i < 0 ? null : leafText(scanner, i))
    const seen: Sighting = {
      key: this.key,
      updated,
      work,
      name: text(this.nameAt),
      ror: /0[a-z0-9]{8}$/i.exec(text(this.rorAt) ?? '')?.[0].toLowerCase() ?? null,
      country: /^[a-z]{2}$/i.exec(text(this.countryAt) ?? '')?.[0].toUpperCase() ?? null,
    }
    if (known && !isNewer(seen, known)) return
    this.byNode[this.node] = seen
    this.changed.add(this.node)
  }
}
