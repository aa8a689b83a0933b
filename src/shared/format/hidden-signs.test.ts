import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inLines, inOneLine } from './hidden-signs.ts'

/** All of C0 and C1 with DEL, and the signs that turn the writing. */
const UNSEEN = [
  ...Array.from({ length: 32 }, (_, code) => code),
  ...Array.from({ length: 33 }, (_, code) => 0x7f + code),
  ...[0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069],
].map((code) => String.fromCodePoint(code))

test('each sign that commands a terminal becomes visible; in lines the line break stays', () => {
  expect(UNSEEN).toHaveLength(74)
  for (const sign of UNSEEN) {
    expect(inOneLine(`a${sign}b`)).toBe('a\ufffdb')
    expect(inLines(`a${sign}b`)).toBe(sign === '\n' ? 'a\nb' : 'a\ufffdb')
  }
})

test('names of all languages stay as they are, also with joiners and marks of one place', () => {
  for (const name of ['São Paulo', '北京', 'کراچی\u200cها', 'תל\u200fאביב', '👩\u200d🔬', 'e\u0301'])
    expect([inOneLine(name), inLines(name)]).toEqual([name, name])
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const shown = inOneLine(text)
      expect(shown.length).toBe(text.length)
      expect(UNSEEN.some((sign) => shown.includes(sign))).toBe(false)
    }),
  )
})
