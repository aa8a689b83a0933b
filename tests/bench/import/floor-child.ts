/** A process of its own: reads a file, and reads and JSON.parses each line. Prints milliseconds of both. */
import { closeSync, openSync, readSync } from 'node:fs'

const [path = ''] = process.argv.slice(2)

function readAll(onChunk: (bytes: Buffer) => void): number {
  const started = performance.now()
  const fd = openSync(path, 'r')
  const chunk = Buffer.allocUnsafe(8 << 20)
  for (let count; (count = readSync(fd, chunk, 0, chunk.length, null)) > 0;) onChunk(chunk.subarray(0, count))
  closeSync(fd)
  return performance.now() - started
}

const read = readAll(() => undefined)
let records = 0
let rest = Buffer.alloc(0)
const parse = readAll((bytes) => {
  const all = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes
  let at = 0
  for (let end; (end = all.indexOf(10, at)) !== -1; at = end + 1) {
    JSON.parse(all.toString('utf8', at, end))
    records++
  }
  rest = Buffer.from(all.subarray(at))
})
process.stdout.write(JSON.stringify({ read, parse, records }))
