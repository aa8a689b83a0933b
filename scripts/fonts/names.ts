/** The `name` table. The source family's name is reserved, so the merged font carries the app's own. */

export const FAMILY = 'Science Cities Sans'

export interface FontNames {
  family: string
  /** 400 or 600. */
  weight: number
  copyright: string
}

/**
 * Weight 600 is named twice: as a family of its own for programs that know four styles only (ids 1 and 2), and as
 * the SemiBold of the family (ids 16 and 17), by which browsers and SVG renderers find it.
 */
export function nameTable({ family, weight, copyright }: FontNames): Buffer {
  const style = weight === 400 ? 'Regular' : 'SemiBold'
  const postscript = `${family.replaceAll(' ', '')}-${style}`
  const records: [id: number, text: string][] = [
    [0, copyright],
    [1, weight === 400 ? family : `${family} ${style}`],
    [2, 'Regular'],
    [3, `1.000;${postscript}`],
    [4, weight === 400 ? family : `${family} ${style}`],
    [5, 'Version 1.000'],
    [6, postscript],
    [13, 'This Font Software is licensed under the SIL Open Font License, Version 1.1.'],
    [14, 'https://openfontlicense.org'],
    ...(weight === 400
      ? []
      : ([
          [16, family],
          [17, style],
        ] as [number, string][])),
  ]
  const strings = records.map(([, text]) => Buffer.from(text, 'utf16le').swap16())
  const head = Buffer.alloc(6 + 12 * records.length)
  head.writeUInt16BE(records.length, 2)
  head.writeUInt16BE(head.length, 4)
  let offset = 0
  records.forEach(([id], i) => {
    const length = strings[i]?.length ?? 0
    ;[3, 1, 0x409, id, length, offset].forEach((value, k) => head.writeUInt16BE(value, 6 + 12 * i + 2 * k))
    offset += length
  })
  return Buffer.concat([head, ...strings])
}
