/** Runs in a worker of layout-determinism.spec.ts: lays the networks out that it is sent, and answers with hashes. */
import type { GoldenCase } from '../../../src/core/drawing/network/layout/test-golden.ts'
import { hashOf } from '../../../src/core/drawing/network/layout/test-golden.ts'

// A worker's own scope; this file is checked without the page's types.
const scope = globalThis as unknown as {
  onmessage: (event: { data: GoldenCase[] }) => void
  postMessage(hashes: string[]): void
}

scope.onmessage = ({ data }) => scope.postMessage(data.map((golden) => hashOf(golden)))
