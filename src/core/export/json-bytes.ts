/** JSON as the bytes of a file. */

/** Rows that are made into text at once. */
const PIECE = 5000

/** An object as the text of a file. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** The same of one with `rows`, which are made piece by piece: all pairs of a large index are more text than one string may hold. */
export function jsonBytes<D extends { rows: readonly unknown[] }>(document: D): Buffer<ArrayBuffer> {
  const { rows } = document
  const [head = '', foot = ''] = jsonText({ ...document, rows: [] }).split('\n  "rows": []')
  if (rows.length === 0) return Buffer.from(jsonText(document))
  const pieces = [Buffer.from(`${head}\n  "rows": [`)]
  for (let at = 0; at < rows.length; at += PIECE) {
    const text = JSON.stringify(rows.slice(at, at + PIECE), null, 2).slice(1, -2)
    pieces.push(Buffer.from((at === 0 ? '' : ',') + text.replaceAll('\n', '\n  ')))
  }
  return Buffer.concat([...pieces, Buffer.from(`\n  ]${foot}`)])
}
