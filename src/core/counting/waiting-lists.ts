import type { ContributionArrays } from './article-nodes.ts'
import { resized } from './resized.ts'

const FIRST = 1 << 14
/** Lists longer than this are not kept for the next use. */
const KEPT = 1 << 20

/** By article, the members of a set that came before, newest first, as linked lists; place 0 is the end. */
export class WaitingLists {
  /** By article: place of the newest member. */
  readonly head: Uint32Array
  next = new Uint32Array(FIRST)
  member = new Uint32Array(FIRST)
  units = new Uint32Array(FIRST)
  #article = new Uint32Array(FIRST)
  #size = 1

  constructor(articles: number) {
    this.head = new Uint32Array(articles)
  }

  /** Makes room; the columns may be others afterwards. */
  reserve(more: number): void {
    if (this.#size + more > this.next.length) this.#resize(Math.max(this.#size + more, this.next.length * 2))
  }

  /** After `reserve`. */
  push(article: number, member: number, units: number): void {
    const at = this.#size++
    this.next[at] = this.head[article] as number
    this.member[at] = member
    this.units[at] = units
    this.#article[at] = article
    this.head[article] = at
  }

  clear(): void {
    for (let i = 1; i < this.#size; i++) this.head[this.#article[i] as number] = 0
    this.#size = 1
    if (this.next.length > KEPT) this.#resize(FIRST)
  }

  #resize(length: number): void {
    this.next = resized(this.next, length)
    this.member = resized(this.member, length)
    this.units = resized(this.units, length)
    this.#article = resized(this.#article, length)
  }
}

const kept = new WeakMap<ContributionArrays, WaitingLists>()

/** Empty lists for the articles of these arrays; `clear` them after use. */
export function waitingListsOf(arrays: ContributionArrays): WaitingLists {
  let lists = kept.get(arrays)
  if (!lists) kept.set(arrays, (lists = new WaitingLists(arrays.start.length - 1)))
  return lists
}
