/**
 * Notices what other programs do to the datasets of a folder: the folder is watched, and looked at every few seconds where
 * that tells nothing (a network drive, say). What this process does itself is told by its own events.
 */
import type { FSWatcher } from 'node:fs'
import { watch } from 'node:fs'
import type { CoreEvent } from '../../shared/contract/events.ts'
import { datasetPath, datasetsDir, listDatasetIds, stampOf } from '../datasets/files.ts'
import { holderPath, readHolder } from '../datasets/lock-holder.ts'
import { groupsPath } from '../groups/groups-path.ts'

/** Between looks where the system tells of no change. */
const EVERY_MS = 4000
/** From the first sign of a change to the look, as one change gives many signs. */
const AFTER_MS = 60
/** So long an event of our own may follow the change that it tells. */
const SETTLE_MS = 200
/** Key of what is kept for all datasets; no id is empty. */
const GROUPS = ''

export class DatasetsWatch {
  readonly #dataDir: string
  readonly #tell: (event: CoreEvent) => unknown
  readonly #every: number
  #known = new Map<string, string>()
  #watcher: FSWatcher | null = null
  #polling: NodeJS.Timeout | null = null
  #soon: NodeJS.Timeout | null = null

  /** @param tell is given what another program did @param every ms */
  constructor(dataDir: string, tell: (event: CoreEvent) => unknown, every = EVERY_MS) {
    this.#dataDir = dataDir
    this.#tell = tell
    this.#every = every
  }

  get running(): boolean {
    return this.#polling !== null
  }

  /** From what stands there now. Keeps no program from ending. */
  start(): void {
    if (this.running) return
    this.#known = this.#stamps()
    this.#polling = setInterval(() => this.#look(), this.#every)
    this.#polling.unref()
    this.#watch()
  }

  stop(): void {
    this.#watcher?.close()
    if (this.#polling) clearInterval(this.#polling)
    if (this.#soon) clearTimeout(this.#soon)
    this.#watcher = this.#polling = this.#soon = null
  }

  /** An event of this process: what it tells of is known. */
  note(event: CoreEvent): void {
    if (event.type === 'datasets.changed') this.#know(event.dataset, this.#stampNow(event.dataset))
    if (event.type === 'groups.changed') this.#know(GROUPS, this.#stampNow(GROUPS))
  }

  #watch(): void {
    try {
      this.#watcher = watch(datasetsDir(this.#dataDir), { persistent: false }, () => this.#lookSoon(AFTER_MS))
      this.#watcher.on('error', () => {
        this.#watcher?.close()
        this.#watcher = null
      })
    } catch {
      this.#watcher = null // no folder yet, or no more watchers on this system: looks go on
    }
  }

  #lookSoon(ms: number): void {
    if (this.#soon || !this.running) return
    this.#soon = setTimeout(() => {
      this.#soon = null
      this.#look()
    }, ms)
    this.#soon.unref()
  }

  #look(): void {
    if (!this.#watcher) this.#watch()
    const differing = this.#differing()
    if (differing.length === 0) return
    setTimeout(() => this.#settle(differing), SETTLE_MS).unref()
  }

  /** What still differs was not told by an event of our own; where this process is at it, its event is to come. */
  #settle(differing: readonly string[]): void {
    if (!this.running) return
    const still = new Set(this.#differing())
    for (const id of differing.filter((each) => still.has(each))) {
      if (id !== GROUPS && readHolder(holderPath(this.#dataDir, id))?.process === process.pid) {
        this.#lookSoon(SETTLE_MS)
        continue
      }
      this.#know(id, this.#stampNow(id))
      if (id === GROUPS) this.#tell({ type: 'groups.changed' })
      else this.#tell({ type: 'datasets.changed', dataset: id, elsewhere: true })
    }
  }

  #differing(): string[] {
    const now = this.#stamps()
    const ids = new Set([...now.keys(), ...this.#known.keys()])
    return [...ids].filter((id) => now.get(id) !== this.#known.get(id))
  }

  #stamps(): Map<string, string> {
    const stamps = new Map<string, string>()
    for (const id of [GROUPS, ...this.#ids()]) {
      const stamp = this.#stampNow(id)
      if (stamp !== null) stamps.set(id, stamp)
    }
    return stamps
  }

  #ids(): string[] {
    try {
      return listDatasetIds(this.#dataDir)
    } catch {
      return [...this.#known.keys()] // it cannot be read just now: nothing is known to have changed
    }
  }

  #stampNow(id: string): string | null {
    try {
      return stampOf(id === GROUPS ? groupsPath(this.#dataDir) : datasetPath(this.#dataDir, id))
    } catch {
      return this.#known.get(id) ?? null
    }
  }

  #know(id: string, stamp: string | null): void {
    if (stamp === null) this.#known.delete(id)
    else this.#known.set(id, stamp)
  }
}
