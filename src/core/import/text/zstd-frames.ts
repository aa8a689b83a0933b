/**
 * Where frames of Zstandard end (RFC 8878, section 3). A file may hold several, one after another, and Node's decompressor
 * leaves out, without a word, whatever of a portion lies behind the end of a frame. So portions are cut there.
 */

const FRAME = 0xfd2fb528
/** A frame that decompressors pass over; its last four bits are free. */
const PASSED_OVER = 0x184d2a50

/** Whether the bytes begin as Zstandard does. @param head at least four bytes */
export function isZstd(head: Buffer): boolean {
  const first = head.readUInt32LE(0)
  return first === FRAME || isPassedOver(first)
}

const isPassedOver = (magic: number) => (magic & ~0xf) >>> 0 === PASSED_OVER

export class ZstdFrames {
  private state: 'magic' | 'size' | 'descriptor' | 'block' | 'end' = 'magic'
  private readonly head: number[] = []
  /** Bytes before the next of the frame's own numbers. */
  private skip = 0
  private hasChecksum = false

  /** The next portion, in pieces that end where a frame does. @throws Error with a code of Zstandard where no frame begins */
  cut(portion: Buffer): Buffer[] {
    const pieces: Buffer[] = []
    let from = 0
    for (let at = 0; at < portion.length;) {
      if (this.skip > 0) {
        const passed = Math.min(this.skip, portion.length - at)
        at += passed
        this.skip -= passed
      } else {
        this.head.push(portion[at++] as number)
        this.read()
      }
      if (this.skip > 0 || this.state !== 'end') continue
      pieces.push(portion.subarray(from, at))
      from = at
      this.state = 'magic'
    }
    if (from < portion.length) pieces.push(portion.subarray(from))
    return pieces
  }

  private read(): void {
    const { head } = this
    if (this.state === 'magic' && head.length === 4) {
      const magic = this.number(4)
      if (magic !== FRAME && !isPassedOver(magic)) throw damage('no frame begins where one ends')
      this.state = magic === FRAME ? 'descriptor' : 'size'
    } else if (this.state === 'size' && head.length === 4) {
      this.skip = this.number(4)
      this.state = 'end'
    } else if (this.state === 'descriptor') {
      const told = this.number(1)
      const isOne = (told & 0x20) !== 0
      this.hasChecksum = (told & 4) !== 0
      const sizeBytes = [isOne ? 1 : 0, 2, 4, 8][told >> 6] as number
      this.skip = (isOne ? 0 : 1) + ([0, 1, 2, 4][told & 3] as number) + sizeBytes
      this.state = 'block'
    } else if (this.state === 'block' && head.length === 3) {
      const block = this.number(3)
      const kind = (block >> 1) & 3
      if (kind === 3) throw damage('a block of no known kind')
      this.skip = kind === 1 ? 1 : block >> 3
      if ((block & 1) === 0) return
      this.skip += this.hasChecksum ? 4 : 0
      this.state = 'end'
    }
  }

  /** The number in the bytes that were gathered, the lowest first. */
  private number(bytes: number): number {
    const gathered = this.head.splice(0)
    return gathered.slice(0, bytes).reduceRight((value, byte) => value * 256 + byte, 0)
  }
}

/** Cuts what is read from a file at the ends of its frames. */
export async function* atFrameEnds(portions: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const frames = new ZstdFrames()
  for await (const portion of portions) yield* frames.cut(portion)
}

function damage(message: string): Error {
  return Object.assign(new Error(message), { code: 'ZSTD_frame' })
}
