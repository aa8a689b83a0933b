/** Loads what the networks of a dataset need before somebody opens them: once nothing else was asked for a while. */

/** So long nothing may be asked or under way: the first page is on the screen then. */
const IDLE_MS = 1500

export class IdleLoad {
  private readonly load: (dataset: string) => Promise<unknown>
  private readonly idle: number
  private readonly loaded = new Set<string>()
  private underWay = 0
  private dataset: string | null = null
  private timer: NodeJS.Timeout | null = null

  /** @param idle ms */
  constructor(load: (dataset: string) => Promise<unknown>, idle = IDLE_MS) {
    this.load = load
    this.idle = idle
  }

  /** Notes a call while it is under way; the dataset that was asked last is loaded. */
  async during<T>(input: unknown, call: () => Promise<T>): Promise<T> {
    this.stop()
    const asked = (input as { dataset?: unknown } | null | undefined)?.dataset
    if (typeof asked === 'string') this.dataset = asked
    this.underWay++
    try {
      return await call()
    } finally {
      if (--this.underWay === 0) this.wait()
    }
  }

  /** The dataset's file goes: what was loaded of it is void. */
  forget(dataset: string): void {
    this.loaded.delete(dataset)
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }

  private wait(): void {
    const { dataset } = this
    if (dataset === null || this.loaded.has(dataset)) return
    this.stop()
    this.timer = setTimeout(() => {
      this.loaded.add(dataset)
      void this.load(dataset)
    }, this.idle)
    // No program waits for what nobody has asked for.
    this.timer.unref()
  }
}
