/** Numbers the distinct strings of a record by their bytes: authors of one article often print the same affiliation. */
export class SpanNumbers {
  count = 0
  starts = new Uint32Array(256)
  ends = new Uint32Array(256)
  private bytes: Uint8Array = new Uint8Array()
  private table = new Int32Array(1024).fill(-1)

  /** Forgets the spans of the record before. */
  begin(bytes: Uint8Array): void {
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

  private hash(from: number, to: number): number {
    let hash = to - from
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ (this.bytes[i] as number), 0x01000193)
    return (hash ^ (hash >>> 15)) >>> 0
  }

  private same(known: number, from: number, to: number): boolean {
    const start = this.starts[known] as number
    if ((this.ends[known] as number) - start !== to - from) return false
    for (let i = 0; i < to - from; i++) if (this.bytes[start + i] !== this.bytes[from + i]) return false
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
