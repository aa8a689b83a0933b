/** The characters that the bundled fonts carry, gathered from the national character sets themselves. */

/** Decodes every two-byte code of the given lead and trail bytes; codes without a character are left out. */
function doubleByte(encoding: string, leads: [number, number][], trails: [number, number][]): Set<number> {
  const decoder = new TextDecoder(encoding)
  const found = new Set<number>()
  for (const [from, to] of leads) {
    for (let lead = from; lead <= to; lead++) {
      for (const [first, last] of trails) {
        for (let trail = first; trail <= last; trail++) {
          const text = decoder.decode(Uint8Array.of(lead, trail))
          const code = text.codePointAt(0) ?? 0xfffd
          const single = text.length === (code > 0xffff ? 2 : 1)
          if (single && code !== 0xfffd && !(code >= 0xe000 && code <= 0xf8ff)) found.add(code)
        }
      }
    }
  }
  return found
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
const signs = (text: string) => Array.from(text, (sign) => sign.codePointAt(0) ?? 0)

/** Letters of Europe and Vietnam, Greek, Cyrillic, and every sign that the screens and figures write. */
export function latinCharacters(): Set<number> {
  return new Set([
    ...range(0x20, 0x7e),
    ...range(0xa0, 0x24f),
    ...range(0x2b0, 0x36f),
    ...range(0x370, 0x52f),
    ...range(0x1e00, 0x1fff),
    ...range(0x2000, 0x206f),
    ...range(0x2070, 0x209f),
    ...range(0x20a0, 0x20bf),
    ...range(0x2100, 0x22ff),
    ...signs('▲△▼▽◆◇●○■□▶◀✓✕⌘'),
  ])
}

/** What an English screen needs for its first paint. */
export function firstPaintCharacters(): Set<number> {
  return new Set([
    ...range(0x20, 0x7e),
    ...range(0xa0, 0x17f),
    ...signs('–—‘’“”†‡•…‰‹›←→↑↓−≈≤≥×÷∑Σ✓\u2009\u202f'),
  ])
}

/** Han characters of the English screens' first paint: the name of the Chinese language. */
export const FIRST_PAINT_HAN: ReadonlySet<number> = new Set(signs('中文'))

/**
 * GB 2312, Big5 and JIS X 0208, in the Chinese shapes.
 * @param rare also level 2 of Big5: 7,600 rare characters, a third of the font
 */
export function hanCharacters(rare: boolean): Set<number> {
  const trails: [number, number][] = [
    [0x40, 0x7e],
    [0xa1, 0xfe],
  ]
  return new Set([
    ...doubleByte(
      'gbk',
      [
        [0xa1, 0xa9],
        [0xb0, 0xf7],
      ],
      [[0xa1, 0xfe]],
    ),
    ...doubleByte('big5', [[0xa1, 0xc5]], trails),
    ...doubleByte('big5', [[0xc6, 0xc6]], [[0x40, 0x7e]]),
    ...(rare ? doubleByte('big5', [[0xc9, 0xf9]], trails) : []),
    ...doubleByte('euc-jp', [[0xa1, 0xf4]], [[0xa1, 0xfe]]),
    ...signs('▲△▼▽◆◇●○■□▶◀'),
  ])
}

/** The 2,350 syllables of KS X 1001 and the letters they are made of. */
export function hangulCharacters(): Set<number> {
  const all = doubleByte('euc-kr', [[0xa1, 0xc8]], [[0xa1, 0xfe]])
  return new Set(
    [...all].filter((code) => (code >= 0xac00 && code <= 0xd7a3) || (code >= 0x3131 && code <= 0x318e)),
  )
}

/** Signs that Chinese writes a full em wide and Latin does not: they stand in a small font of their own. */
export const CHINESE_PUNCTUATION = new Set(signs('‘’“”—…·'))
