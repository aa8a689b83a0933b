/** JSON in UTF-16, as some shells save it, on its way to readers of UTF-8. */
const MARKS = { 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] } as const

/** Which UTF-16 the beginning of a JSON file is in, by its mark or by its first bracket; null of anything else. */
export function utf16JsonOf(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const [first, second] = MARKS[encoding]
    const isMarked = head[0] === first && head[1] === second
    const sign = encoding === 'utf-16le' ? [head[0], head[1]] : [head[1], head[0]]
    const isBare = sign[1] === 0 && (sign[0] === 0x7b || sign[0] === 0x5b)
    if (!isMarked && !isBare) continue
    const text = new TextDecoder(encoding).decode(head.subarray(0, 4096))
    return /^\s*[[{]/.test(text) ? encoding : null
  }
  return null
}

/** Chunks of JSON in UTF-8; those of a file that is JSON in UTF-16 are recoded, others pass as they are. */
export async function* asUtf8Json(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: InstanceType<typeof TextDecoder> | null | undefined
  for await (const chunk of chunks) {
    if (decoder === undefined) {
      const encoding = utf16JsonOf(chunk)
      decoder = encoding === null ? null : new TextDecoder(encoding)
    }
    if (!decoder) yield chunk
    else yield Buffer.from(decoder.decode(chunk, { stream: true }))
  }
  const rest = decoder?.decode() ?? ''
  if (rest !== '') yield Buffer.from(rest)
}
