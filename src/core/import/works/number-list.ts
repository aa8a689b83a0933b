/** Numbers that are gathered and forgotten for each author: cutting an array short is a call into the engine, this is none. */
export class NumberList {
  size = 0
  private values = new Float64Array(64)

  clear(): void {
    this.size = 0
  }

  push(value: number): void {
    if (this.size === this.values.length) {
      const longer = new Float64Array(this.values.length * 2)
      longer.set(this.values)
      this.values = longer
    }
    this.values[this.size++] = value
  }

  /** @param i below `size` */
  at(i: number): number {
    return this.values[i] as number
  }

  set(i: number, value: number): void {
    this.values[i] = value
  }

  has(value: number): boolean {
    for (let i = 0; i < this.size; i++) if (this.values[i] === value) return true
    return false
  }
}
