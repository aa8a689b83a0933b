/** Numbers the distinct strings of a record by their bytes: authors of one article often print the same affiliation. */
export class SpanNumbers {
  count = 0
  starts = new Uint32Array(256)
  ends = new Uint32Array(256)
  private bytes: Uint8Array = new Uint8Array()
  private view = viewOf(this.bytes)
  private table = new Int32Array(1024).fill(-1)

  /** Forgets the spans of the record before. */
  begin(bytes: Uint8Array): void {
    if (bytes !== this.bytes) this.view = viewOf(bytes)
    this.bytes = bytes
    if (this.count > 0) this.table.fill(-1)
    this.count = 0
  }

  /** The number of the string in [from, to); a new one where none before has the same bytes. */
  numberOf(from: number, to: number): number {
    const mask = this.table.length - 1
    let at = this.hash(from, to) & mask
    for (;;) {
      const known = this.table[at] as number
      if (known < 0) break
      if (this.same(known, from, to)) return known
      at = (at + 1) & mask
    }
    if (this.count === this.starts.length) this.grow()
    this.starts[this.count] = from
    this.ends[this.count] = to
    this.put(this.count)
    return this.count++
  }

  private put(number: number): void {
    const mask = this.table.length - 1
    let at = this.hash(this.starts[number] as number, this.ends[number] as number) & mask
    while ((this.table[at] as number) >= 0) at = (at + 1) & mask
    this.table[at] = number
  }

  /** Four bytes a step, as printed affiliations are most of what is kept of a work. */
  private hash(from: number, to: number): number {
    const { bytes, view } = this
    let hash = to - from
    let at = from
    for (; at + 4 <= to; at += 4) {
      hash = Math.imul(hash ^ view.getInt32(at, true), 0x9e3779b1)
      hash ^= hash >>> 15
    }
    for (; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193)
    return (hash ^ (hash >>> 15)) >>> 0
  }

  private same(known: number, from: number, to: number): boolean {
    const { bytes, view } = this
    let start = this.starts[known] as number
    if ((this.ends[known] as number) - start !== to - from) return false
    let at = from
    for (; at + 4 <= to; at += 4, start += 4)
      if (view.getInt32(start, true) !== view.getInt32(at, true)) return false
    for (; at < to; at++, start++) if (bytes[start] !== bytes[at]) return false
    return true
  }

  private grow(): void {
    const [starts, ends] = [this.starts, this.ends]
    this.starts = new Uint32Array(starts.length * 2)
    this.ends = new Uint32Array(ends.length * 2)
    this.starts.set(starts)
    this.ends.set(ends)
    this.table = new Int32Array(this.table.length * 2).fill(-1)
    for (let number = 0; number < this.count; number++) this.put(number)
  }
}

/** The same bytes, to be read four at a time. */
export const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength)
