/** Work in steps: done in the pauses of a thread, or at once by whoever cannot wait for it. */
import { setImmediate } from 'node:timers/promises'

/** A value that is made step by step; a step takes some milliseconds. */
export class Gradual<T> {
  private readonly steps: Generator<undefined, T>
  private made: { value: T } | null = null
  private failed: { error: unknown } | null = null

  constructor(steps: Generator<undefined, T>) {
    this.steps = steps
  }

  /** @returns whether it is made. @throws what a step threw, now and whenever it is asked again */
  step(): boolean {
    if (this.made) return true
    if (this.failed) throw this.failed.error
    let next: IteratorResult<undefined, T>
    try {
      next = this.steps.next()
    } catch (error) {
      this.failed = { error }
      throw error
    }
    if (next.done) this.made = { value: next.value }
    return this.made !== null
  }

  /** Does at once what is left. */
  value(): T {
    while (!this.made) this.step()
    return this.made.value
  }

  /** Lets the thread do what it is asked between the steps. @param goesOn false gives up. @returns whether it is made */
  async inPauses(goesOn: () => boolean): Promise<boolean> {
    while (goesOn()) {
      if (this.step()) return true
      await setImmediate()
    }
    return false
  }
}
