/** DOIs as two-word hashes, without regard to case, resolver and escapes of addresses (`%2F`): 64 bits keep a million articles apart. */

/** Both words; both 0 where there is no DOI. */
export type DoiHash = Uint32Array<ArrayBuffer>

/** A hash of no DOI; whoever reads records keeps one and fills it anew for each. */
export const noDoi = (): DoiHash => new Uint32Array(2)

/** Hashes the DOI in bytes[from, to), which may begin with a resolver's address, into `hash`. */
export function hashDoi(hash: DoiHash, bytes: Uint8Array, from: number, to: number): void {
  while (from < to && (bytes[from] as number) <= 0x20) from++
  while (to > from && (bytes[to - 1] as number) <= 0x20) to--
  if (from >= to) {
    hash.fill(0)
    return
  }
  let a = 0x811c9dc5
  let b = 0x9747b28c
  for (let i = startOf(bytes, from, to); i < to; i++) {
    let sign = bytes[i] as number
    if (sign === PERCENT && i + 2 < to) {
      const escaped = escapedByte(bytes[i + 1] as number, bytes[i + 2] as number)
      if (escaped >= 0) {
        sign = escaped
        i += 2
      }
    }
    if (sign >= 65 && sign <= 90) sign += 32
    a = Math.imul(a ^ sign, 0x01000193)
    b = Math.imul(b ^ sign, 0x85ebca6b)
    b ^= b >>> 15
  }
  hash[0] = a
  hash[1] = b
  if ((a | b) === 0) hash[1] = 1 // "none" is two zeros
}

const PERCENT = 0x25

/** The byte that two hexadecimal signs behind a `%` stand for (`2F` is `/`); below 0 where they are none. */
function escapedByte(high: number, low: number): number {
  const [a, b] = [hexOf(high), hexOf(low)]
  return a < 0 || b < 0 ? -1 : a * 16 + b
}

function hexOf(sign: number): number {
  if (sign >= 48 && sign <= 57) return sign - 48
  const letter = (sign | 32) - 97
  return letter >= 0 && letter < 6 ? letter + 10 : -1
}

const encoder = new TextEncoder()

/** The same of a text. */
export function hashDoiText(hash: DoiHash, doi: string | null): void {
  const bytes = encoder.encode(doi ?? '')
  hashDoi(hash, bytes, 0, bytes.length)
}

/** Every DOI begins with `10.`: what stands before it is a resolver's address or `doi:`. */
function startOf(bytes: Uint8Array, from: number, to: number): number {
  for (let i = from; i + 2 < to; i++) {
    if (bytes[i] === 0x31 && bytes[i + 1] === 0x30 && bytes[i + 2] === 0x2e) return i
  }
  return from
}

/** A number below 0 for an id that is no number of OpenAlex: 52 bits of a hash, so that a million ids stay apart. */
export function idNumber(id: string): number {
  let a = 0x811c9dc5
  let b = 0x9747b28c
  for (const byte of encoder.encode(id)) {
    a = Math.imul(a ^ byte, 0x01000193)
    b = Math.imul(b ^ byte, 0x85ebca6b)
    b ^= b >>> 15
  }
  return -1 - ((a >>> 12) * 4294967296 + (b >>> 0))
}

/** A hash as one number of 53 bits; 0 for none. */
export const doiNumber = ([a = 0, b = 0]: DoiHash): number => a * 2 ** 21 + (b >>> 11)
