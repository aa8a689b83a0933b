/** Rows of bytes, gathered and compressed 64 at a time: one article is found fast, and rows alike share their words. */
import { constants, zstdCompressSync } from 'node:zlib'
import { ARTICLES_PER_BLOCK } from '../../articles/text-row.ts'

const options = { params: { [constants.ZSTD_c_compressionLevel]: 3 } }
const NEWLINE = 0x0a

export class TextBlocks {
  private readonly finished: Uint8Array<ArrayBuffer>[] = []
  private bytes = Buffer.allocUnsafeSlow(1 << 20)
  private size = 0
  private rows = 0

  /** Room for as many bytes of a row, to be written from `at` on; `wrote` then tells where they end. */
  room(bytes: number): { bytes: Uint8Array; at: number } {
    this.reserve(bytes + 1)
    return { bytes: this.bytes, at: this.size }
  }

  wrote(end: number): void {
    this.size = end
  }

  /** Any text without a newline, such as JSON. */
  text(value: string): void {
    this.reserve(value.length * 3)
    this.size += this.bytes.write(value, this.size, 'utf8')
  }

  endRow(): void {
    this.reserve(1)
    this.bytes[this.size++] = NEWLINE
    if (++this.rows === ARTICLES_PER_BLOCK) this.compress()
  }

  /** The blocks since the last call; the last of them may hold fewer rows. */
  take(): Uint8Array<ArrayBuffer>[] {
    this.compress()
    return this.finished.splice(0)
  }

  private compress(): void {
    if (this.rows === 0) return
    const block = zstdCompressSync(this.bytes.subarray(0, this.size), options)
    this.finished.push(new Uint8Array(block)) // a buffer of its own, so that it can be handed over
    this.size = this.rows = 0
  }

  private reserve(more: number): void {
    if (this.size + more <= this.bytes.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(this.bytes.length * 2, this.size + more))
    this.bytes.copy(larger, 0, 0, this.size)
    this.bytes = larger
  }
}
