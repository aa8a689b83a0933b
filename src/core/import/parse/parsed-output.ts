/** A parsing thread's way out: sends chunks, at most a few ahead of the writer, and tells how far it is. */
import type { MessagePort } from 'node:worker_threads'
import { ChunkBuilder } from '../chunks/chunk-builder.ts'
import { transferOf } from '../chunks/chunk.ts'
import { PrintedPlaces } from '../addresses/printed-places.ts'
import { SightingBook } from '../chunks/sighting-book.ts'
import { ImportCounts } from '../chunks/counts.ts'
import { NodeIndex } from '../../articles/nodes.ts'
import { RefusedBook } from '../chunks/refused-works.ts'
import type { ParserData, ParseTask } from './tasks.ts'

/** Chunks that may wait for the writer: bounds the memory of an import. */
const IN_FLIGHT = 3
const PROGRESS_BYTES = 4 << 20
/** More than the chunks of any task. */
export const CHUNKS_PER_TASK = 1e6

export class ParsedOutput {
  readonly index = new NodeIndex()
  readonly chunks = new ChunkBuilder(this.index)
  readonly sightings = new SightingBook()
  readonly refused = new RefusedBook()
  /** Null where printed addresses are not read. */
  readonly printed: PrintedPlaces | null
  counts = new ImportCounts()
  private readonly port: MessagePort
  private readonly slot: number
  private readonly inFlight: Int32Array
  private key = 0
  private refusedKey = 0
  private told = { bytes: 0, records: 0 }
  private bytes = 0

  constructor(port: MessagePort, { control, slot, printed, resourcesDir }: ParserData) {
    this.printed = printed && new PrintedPlaces({ ...printed, resourcesDir })
    this.port = port
    this.slot = slot
    this.inFlight = new Int32Array(control)
  }

  begin(task: ParseTask): void {
    this.counts = new ImportCounts()
    this.key = this.refusedKey = task.number * CHUNKS_PER_TASK
    this.told = { bytes: 0, records: 0 }
    this.bytes = 0
  }

  /** After each article: sends the chunk when it is full. */
  articleAdded(): void {
    if (this.chunks.isFull) this.send()
  }

  /** After each work that does not count. */
  workRefused(): void {
    if (this.refused.isFull) this.sendRefused()
  }

  /** Bytes of the task's part of the file consumed so far. */
  progress(bytes: number): void {
    this.bytes = bytes
    if (bytes - this.told.bytes >= PROGRESS_BYTES) this.tell()
  }

  /** @param lines of the part of the file that the task read */
  end(lines: number): void {
    if (this.chunks.articles > 0) this.send()
    if (this.refused.records > 0) this.sendRefused()
    this.tell()
    this.port.postMessage({
      type: 'end',
      lines,
      counts: { ...this.counts },
      sightings: this.sightings.take(),
      printed: this.printed?.take() ?? [],
    })
  }

  private tell(): void {
    const records = this.counts.read
    this.port.postMessage({
      type: 'progress',
      bytes: this.bytes - this.told.bytes,
      records: records - this.told.records,
    })
    this.told = { bytes: this.bytes, records }
  }

  /** They are few bytes, which the writer stores faster than they come: no thread waits for them. */
  private sendRefused(): void {
    const chunk = this.refused.take(this.refusedKey++)
    this.port.postMessage(chunk, [
      chunk.ids.buffer,
      chunk.updated.buffer,
      chunk.dois.buffer,
      chunk.cut.buffer,
    ])
  }

  private send(): void {
    const chunk = this.chunks.take(this.key++)
    Atomics.add(this.inFlight, this.slot, 1)
    this.port.postMessage(chunk, transferOf(chunk))
    for (let waiting; (waiting = Atomics.load(this.inFlight, this.slot)) >= IN_FLIGHT;) {
      Atomics.wait(this.inFlight, this.slot, waiting)
    }
  }
}
