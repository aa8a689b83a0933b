import type { Encoding } from '../../../shared/domain/encodings.ts'

/** Text of a byte stream, chunk by chunk, without its byte-order mark; wrong bytes become U+FFFD. */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  if (encoding === 'windows-1252') {
    for await (const chunk of chunks) yield windows1252(chunk)
    return
  }
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

/** The same of bytes at hand. */
export function decodeBytes(bytes: Uint8Array, encoding: Encoding): string {
  return encoding === 'windows-1252' ? windows1252(bytes) : new TextDecoder(encoding).decode(bytes)
}

/** What windows-1252 has in 0x80–0x9F, where Latin-1 has control characters; five places are empty. */
const PUNCTUATION = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Node's own decoder of that name reads 0x80–0x9F as Latin-1 in some versions. */
function windows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return text.replace(/[\u0080-\u009f]/g, (sign) => PUNCTUATION[sign.charCodeAt(0) - 0x80] ?? sign)
}
