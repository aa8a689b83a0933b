import type { Adjacency } from './adjacency.ts'

/** Shortest paths by Dijkstra's algorithm, over and over in the same arrays. */
export class ShortestPaths {
  private readonly links: Adjacency
  private readonly length: Float64Array
  private readonly heap: Int32Array
  private readonly key: Float64Array
  private size = 0

  /** @param length one an edge, positive */
  constructor(links: Adjacency, length: Float64Array) {
    this.links = links
    this.length = length
    // A node stands in the heap at most once for every edge that reaches it.
    this.heap = new Int32Array(links.to.length + 1)
    this.key = new Float64Array(links.to.length + 1)
  }

  /** @returns one a node, Infinity where no path leads */
  from(start: number): Float64Array {
    const { at, to, edge } = this.links
    const found = new Float64Array(at.length - 1).fill(Infinity)
    found[start] = 0
    this.push(start, 0)
    while (this.size > 0) {
      const node = this.heap[0]!
      const reached = this.key[0]!
      this.pop()
      if (reached > found[node]!) continue
      for (let p = at[node]!; p < at[node + 1]!; p++) {
        const next = to[p]!
        const far = reached + this.length[edge[p]!]!
        if (far < found[next]!) {
          found[next] = far
          this.push(next, far)
        }
      }
    }
    return found
  }

  private push(node: number, far: number): void {
    const { heap, key } = this
    let i = this.size++
    while (i > 0) {
      const parent = (i - 1) >> 1
      if (key[parent]! <= far) break
      heap[i] = heap[parent]!
      key[i] = key[parent]!
      i = parent
    }
    heap[i] = node
    key[i] = far
  }

  private pop(): void {
    const { heap, key } = this
    const size = --this.size
    const node = heap[size]!
    const far = key[size]!
    let i = 0
    for (;;) {
      let child = 2 * i + 1
      if (child >= size) break
      if (child + 1 < size && key[child + 1]! < key[child]!) child += 1
      if (key[child]! >= far) break
      heap[i] = heap[child]!
      key[i] = key[child]!
      i = child
    }
    heap[i] = node
    key[i] = far
  }
}
