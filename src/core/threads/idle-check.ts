/** Verifies datasets whole in idle time, one after another; whatever is asked meanwhile cuts the check off. */

/** So long nothing may be asked or under way before a check begins. */
const IDLE_MS = 5 * 60 * 1000
/** Until it is looked again whether one is due, and between two that are. */
const REST_MS = 60 * 60 * 1000
const PAUSE_MS = 2000
/** A dataset of which nothing can be noted (a read-only disk) is not checked anew within this. */
const AGAIN_MS = 24 * 60 * 60 * 1000

export interface IdleCheckPorts {
  /** The dataset to check next, none of `left`. */
  due(left: ReadonlySet<string>): string | null
  /** Ends also when it is cut off. */
  check(dataset: string): Promise<void>
  cancel(): Promise<void>
}

export class IdleCheck {
  private readonly ports: IdleCheckPorts
  /** Checked by this process, and when: what came of it cannot be noted everywhere. */
  private readonly done = new Map<string, number>()
  private underWay = 0
  private running = false
  private ended = false
  private timer: NodeJS.Timeout | null = null
  /** The cutting off that is under way: whoever asks meanwhile waits for it too. */
  private cancelling: Promise<void> = Promise.resolve()
  /** Not until `begin`: a program that does not stay checks nothing. */
  private begun = false

  constructor(ports: IdleCheckPorts) {
    this.ports = ports
  }

  begin(): void {
    this.begun = true
    this.wait(IDLE_MS)
  }

  /** Notes a call while it is under way: it waits for no check. */
  async during<T>(call: () => Promise<T>): Promise<T> {
    this.underWay++
    void this.interrupt()
    try {
      return await call()
    } finally {
      if (--this.underWay === 0) this.wait(IDLE_MS)
    }
  }

  /** Cuts off a check that runs; resolves when it reads no file any more. A new rest begins, unless a call is under way. */
  interrupt(): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    if (this.underWay === 0) this.wait(IDLE_MS)
    if (this.running) {
      this.running = false
      const cancelled = this.ports.cancel().catch(() => undefined)
      this.cancelling = Promise.all([this.cancelling, cancelled]).then(() => undefined)
    }
    return this.cancelling
  }

  end(): Promise<void> {
    this.ended = true
    return this.interrupt()
  }

  private wait(ms: number): void {
    if (this.timer) clearTimeout(this.timer)
    if (this.ended || !this.begun) return
    this.timer = setTimeout(() => void this.run(), ms)
    this.timer.unref() // no program waits for it
  }

  private checked(): ReadonlySet<string> {
    const since = Date.now() - AGAIN_MS
    return new Set([...this.done].flatMap(([id, at]) => (at > since ? [id] : [])))
  }

  /** What cannot be told now, as a folder that cannot be read, is asked again later. */
  private due(): string | null {
    try {
      return this.ports.due(this.checked())
    } catch {
      return null
    }
  }

  private async run(): Promise<void> {
    const dataset = this.due()
    if (dataset === null) return this.wait(REST_MS)
    this.running = true
    await this.ports.check(dataset).catch(() => undefined)
    if (!this.running) return // cut off: it is due as before
    this.running = false
    this.done.set(dataset, Date.now())
    this.wait(PAUSE_MS)
  }
}
