/** FNV-1a of 64 bits (Fowler, Noll and Vo), in two halves of 32 bits: it runs wherever the layout does. */
export class Digest {
  private high = 0xcbf29ce4
  private low = 0x84222325

  private byte(value: number): void {
    const low = (this.low ^ value) >>> 0
    // The prime is 2^40 + 435: multiplied by hand, modulo 2^64.
    const product = low * 435
    this.high = (this.high * 435 + Math.floor(product / 4294967296) + low * 256) % 4294967296
    this.low = product % 4294967296
  }

  /** A whole number below 2^53 in size, of any sign. */
  whole(value: number): this {
    const size = Math.abs(value)
    let low = size % 4294967296
    let high = Math.floor(size / 4294967296) + (value < 0 ? 2147483648 : 0)
    for (let k = 0; k < 4; k++, low = Math.floor(low / 256)) this.byte(low % 256)
    for (let k = 0; k < 4; k++, high = Math.floor(high / 256)) this.byte(high % 256)
    return this
  }

  /** A number to 1e-6; NaN as such. */
  rounded(value: number): this {
    return Number.isNaN(value) ? this.text('NaN') : this.whole(Math.round(value * 1e6))
  }

  /** With its length, so that "ab", "c" is not "a", "bc". */
  text(value: string): this {
    this.whole(value.length)
    for (let k = 0; k < value.length; k++) {
      this.byte(value.charCodeAt(k) & 255)
      this.byte(value.charCodeAt(k) >> 8)
    }
    return this
  }

  /** All bits of the numbers; minus zero is the same place as zero. */
  exact(values: Float64Array): this {
    const view = new DataView(new ArrayBuffer(8))
    for (const value of values) {
      view.setFloat64(0, value === 0 ? 0 : value)
      for (let k = 0; k < 8; k++) this.byte(view.getUint8(k))
    }
    return this
  }

  /** Sixteen hexadecimal digits. */
  hex(): string {
    return [this.high, this.low].map((half) => half.toString(16).padStart(8, '0')).join('')
  }
}
