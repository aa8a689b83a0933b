/** Bytes from one file to another, with what passes looked at: progress, sums. Memory holds a part of them. */
import { Transform } from 'node:stream'
import type { ImportContext } from '../../context.ts'

/** Milliseconds between two words of progress. */
const BETWEEN = 100

/** A step of a pipeline that hands on what it is given, after `see` has seen it. */
export function passing(see: (chunk: Buffer) => void): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      see(chunk)
      done(null, chunk)
    },
  })
}

/** Tells how far it is, now and then, and at the end. @param total bytes that will pass */
export function metered(context: Pick<ImportContext, 'progress'>, total: number): Transform {
  return meter(context, total)()
}

/** The same for several streams one after another, of which `total` bytes pass in all. */
export function meter(context: Pick<ImportContext, 'progress'>, total: number): () => Transform {
  let read = 0
  let told = 0
  return () =>
    passing((chunk) => {
      read += chunk.length
      const now = performance.now()
      if (now - told < BETWEEN && read < total) return
      told = now
      context.progress({ step: 'reading', bytesRead: Math.min(read, total), bytesTotal: total, records: 0 })
    })
}
