/** UTF-8's byte-order mark. */
export const BOM = Buffer.from([0xef, 0xbb, 0xbf])

export function startsWithBom(bytes: Buffer, from = 0, to = bytes.length): boolean {
  return bytes.subarray(from, Math.min(to, from + BOM.length)).equals(BOM)
}
