/** A PNG from anywhere: its texts and its pixels as they are packed, without drawing it. */
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.equals(bytes.subarray(0, 8))

interface Chunk {
  type: string
  data: Buffer
}

/** Chunks in order, as far as the file is whole. */
export function* pngChunks(bytes: Uint8Array): Generator<Chunk> {
  if (!isPng(bytes)) return
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = 8; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at)
    if (at + 12 + length > file.length) return
    yield { type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) }
    at += 12 + length
  }
}

/** Texts by keyword: those that are not compressed, as we write them. */
export function pngTexts(bytes: Uint8Array): Map<string, string> {
  const texts = new Map<string, string>()
  for (const { type, data } of pngChunks(bytes)) {
    const end = data.indexOf(0)
    // Keyword, no compression, no language, no translated keyword.
    if (type !== 'iTXt' || end < 1 || data[end + 1] !== 0) continue
    const language = data.indexOf(0, end + 3)
    const translated = language < 0 ? -1 : data.indexOf(0, language + 1)
    if (translated < 0) continue
    texts.set(data.toString('latin1', 0, end), data.toString('utf8', translated + 1))
  }
  return texts
}
