/**
 * 64 bits over all articles with their years, subjects and contributions, the same in whatever order articles are
 * stored and nodes are numbered. Part of a dataset's version beside the digest of its figures: it changes where a
 * contribution changes though all sums stay.
 */
import type { NodeKey } from '../articles/nodes.ts'

export class ContentSum {
  private readonly a: Uint32Array
  private readonly b: Uint32Array
  private sumA = 0
  private sumB = 0

  /** @param keys the nodes' keys, by node */
  constructor(keys: readonly NodeKey[]) {
    this.a = Uint32Array.from(keys, (key) => hashText(String(key), 0x01000193))
    this.b = Uint32Array.from(keys, (key) => hashText(String(key), 0x85ebca6b))
  }

  /** An article with the contributions [from, to) of `nodes` and `units`. */
  add(
    id: number,
    year: number,
    subjects: number,
    nodes: Uint32Array,
    units: Uint32Array,
    from: number,
    to: number,
  ): void {
    let a = mix((id % 4294967296) | 0, year)
    let b = mix((id / 4294967296) | 0, subjects + 1)
    for (let j = from; j < to; j++) {
      a = (a + mix(this.a[nodes[j] as number] as number, units[j] as number)) | 0
      b = (b + mix(this.b[nodes[j] as number] as number, units[j] as number)) | 0
    }
    this.sumA = (this.sumA + mix(a, b)) >>> 0
    this.sumB = (this.sumB + mix(b, a)) >>> 0
  }

  /** Sixteen hexadecimal digits. */
  toString(): string {
    return [this.sumA, this.sumB].map((word) => word.toString(16).padStart(8, '0')).join('')
  }
}

function mix(a: number, b: number): number {
  let x = Math.imul(a ^ 0x9e3779b1, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35)
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d)
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39)
  return x ^ (x >>> 15)
}

function hashText(text: string, factor: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), factor) ^ (hash >>> 15)
  return hash
}
