import { describe, expect, it } from 'vitest'
import type { Encoding } from '../../../shared/domain/encodings.ts'
import { decodeBytes } from './decode-text.ts'
import { guessEncoding } from './guess-encoding.ts'

/** Bytes of a text in an encoding, by decoding every code of it: decoders are at hand, encoders are not. */
function encode(text: string, encoding: Encoding): Buffer {
  const codes = new Map<string, number[]>()
  for (let one = 0; one < 256; one += 1) put([one])
  for (let lead = 0x81; lead < 255; lead += 1) for (let low = 0x40; low < 255; low += 1) put([lead, low])
  function put(bytes: number[]): void {
    const sign = decodeBytes(Uint8Array.from(bytes), encoding)
    if ([...sign].length === 1 && sign !== '\uFFFD' && !codes.has(sign)) codes.set(sign, bytes)
  }
  return Buffer.from([...text].flatMap((sign) => codes.get(sign) ?? []))
}

describe('the encoding of a text without mark', () => {
  it.each<[Encoding, string]>([
    ['gb18030', '张伟,清华大学,北京,中国'],
    ['gb18030', '北京'],
    ['big5', '國立臺灣大學,台北\n中央研究院,南港'],
    ['shift_jis', '著者一,東京大学,東京,日本'],
    ['shift_jis', 'さくら,とうきょう'],
    ['euc-jp', '東京大学,東京,日本'],
    ['euc-kr', '홍길동,서울대학교,서울,대한민국'],
    ['windows-1250', 'Łódź,Wrocław'],
    ['windows-1250', 'Gdańsk'],
    ['windows-1250', 'Częstochowa'],
    ['windows-1250', 'České Budějovice,Plzeň,Příbram'],
    ['windows-1250', 'Győr,Műegyetem'],
    ['windows-1251', 'Автор,Московский государственный университет,Москва,Россия'],
    ['windows-1252', 'Zürich,São Paulo,Orléans,Tromsø,Århus,Forlì,Besançon,Coruña'],
    ['windows-1252', 'Reykjavík,Iceland,Þórður'],
    ['windows-1253', 'Αθήνα,Πανεπιστήμιο'],
    ['windows-1254', 'İstanbul,Boğaziçi Üniversitesi,Kırıkkale'],
    ['koi8-r', 'Москва,университет'],
  ])('%s: %s', (encoding, text) => {
    expect(guessEncoding(encode(text, encoding))).toEqual({ encoding, unsure: null })
  })

  it.each<[Encoding, string]>([
    ['macintosh', 'Zürich,Köln'],
    ['windows-1254', 'Muğla'],
    ['windows-1254', 'Eskişehir'],
  ])('%s: %s is asked for, with what it would read like', (encoding, text) => {
    const { unsure } = guessEncoding(encode(text, encoding))
    expect(unsure).toContainEqual({ encoding, example: text })
  })

  it('that fits none is asked for', () => {
    // ü as code page 850 has it.
    expect(guessEncoding(Buffer.from('Z\u0081rich', 'latin1')).unsure).not.toBeNull()
  })
})
