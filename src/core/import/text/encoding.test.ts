import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text.ts'
import type { Encoding } from '../../../shared/domain/encodings.ts'
import { detectEncoding } from './encoding.ts'
import { inChunks } from './test-files.ts'

const TEXT = '编号,城市\n1,北京\n2,Zürich\n'
/** 编号,城市 / 1,北京 in GB18030. */
const GB = Buffer.from('b1e0bac52cb3c7cad00a312cb1b1bea90a', 'hex')
const LATIN = Buffer.from('id,city\n1,Z\xfcrich\n2,S\xe3o Paulo\n3,Orl\xe9ans \x96 \x80\n', 'latin1')

async function decode(bytes: Uint8Array, size: number): Promise<{ encoding: Encoding; text: string }> {
  const { encoding } = await detectEncoding(inChunks(bytes, size))
  let text = ''
  for await (const part of decodeText(inChunks(bytes, size), encoding)) text += part
  return { encoding, text }
}

describe('the encoding of a text is told from its bytes', () => {
  const marked = (mark: string, text: string, encoding: BufferEncoding) =>
    Buffer.concat([Buffer.from(mark, 'hex'), Buffer.from(text, encoding)])
  const bigEndian = marked('fffe', TEXT, 'utf16le').swap16()

  it.each([
    ['UTF-8', Buffer.from(TEXT), 'utf-8', TEXT],
    ['UTF-8 with a mark', marked('efbbbf', TEXT, 'utf8'), 'utf-8', TEXT],
    ['UTF-16, little end first', marked('fffe', TEXT, 'utf16le'), 'utf-16le', TEXT],
    ['UTF-16, big end first', bigEndian, 'utf-16be', TEXT],
    ['GB18030', GB, 'gb18030', '编号,城市\n1,北京\n'],
    ['Latin-1', LATIN, 'windows-1252', 'id,city\n1,Zürich\n2,São Paulo\n3,Orléans – €\n'],
    ['ASCII', Buffer.from('id,city\n'), 'utf-8', 'id,city\n'],
  ])('%s, in chunks of any size', async (_, bytes, encoding, text) => {
    for (const size of [1, 2, 3, 5, 7, 1000]) {
      expect(await decode(bytes, size), `chunks of ${size}`).toEqual({ encoding, text })
    }
  })

  it('sees what comes late in a long text', async () => {
    const long = Buffer.concat([Buffer.alloc(300_000, 'a,b,c\n'), GB])
    expect((await decode(long, 65_536)).encoding).toBe('gb18030')
  })

  it('calls UTF-8 with a wrong byte damaged UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from(TEXT.repeat(20)),
      Buffer.from([0xff]),
      Buffer.from(TEXT.repeat(20)),
    ])
    expect(await detectEncoding(inChunks(bytes, 64))).toEqual({
      encoding: 'utf-8',
      bom: false,
      damaged: true,
      guessed: false,
      unsure: null,
    })
  })
})
