/** A cache that forgets what was used longest ago once its values weigh more than it may hold. */
export class Lru<T> {
  readonly #kept = new Map<string, { value: T; weight: number }>()
  readonly #most: number
  readonly #weigh: (value: T) => number
  #weight = 0

  /** @param most weight of all values together; the newest is kept even where it alone weighs more */
  constructor(most: number, weigh: (value: T) => number) {
    this.#most = most
    this.#weigh = weigh
  }

  get size(): number {
    return this.#kept.size
  }

  /** The value where it is kept. */
  peek(key: string): T | undefined {
    const known = this.#kept.get(key)
    if (!known) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, known)
    return known.value
  }

  get(key: string, make: () => T): T {
    const known = this.peek(key)
    if (known !== undefined) return known
    const value = make()
    const weight = this.#weigh(value)
    this.#kept.set(key, { value, weight })
    this.#weight += weight
    for (const [oldest, entry] of this.#kept) {
      if (this.#weight <= this.#most || oldest === key) break
      this.#kept.delete(oldest)
      this.#weight -= entry.weight
    }
    return value
  }
}
