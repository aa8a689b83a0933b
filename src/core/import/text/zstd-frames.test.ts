import { constants, zstdCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openBytes } from './open-bytes.ts'
import { unpacked } from './small-file.ts'
import { TestFolder } from './test-files.ts'
import { ZstdFrames } from './zstd-frames.ts'

const passedOver = (bytes: number) =>
  Buffer.concat([Buffer.from([0x53, 0x2a, 0x4d, 0x18, bytes, 0, 0, 0]), Buffer.alloc(bytes, 7)])
const params = { [constants.ZSTD_c_checksumFlag]: 1 }
const texts = [
  '',
  'a',
  'b'.repeat(300_000),
  Array.from({ length: 50_000 }, (_, i) => `${(i * 7919) % 10007}\n`).join(''),
]
const frames = [
  ...texts.flatMap((text) => [zstdCompressSync(text), zstdCompressSync(text, { params })]),
  passedOver(0),
  passedOver(9),
  zstdCompressSync('end'),
]
const packed = Buffer.concat(frames)
const content = `${texts.map((text) => text + text).join('')}end`

test.each([1, 2, 3, 7, 1000, packed.length])('frames are found in portions of %s bytes', (size) => {
  const found = new ZstdFrames()
  const pieces: Buffer[] = []
  for (let at = 0; at < packed.length; at += size) pieces.push(...found.cut(packed.subarray(at, at + size)))
  expect(Buffer.concat(pieces).equals(packed)).toBe(true)
  let at = 0
  const ends = new Set(pieces.map((piece) => (at += piece.length)))
  let end = 0
  for (const frame of frames) expect(ends.has((end += frame.length))).toBe(true)
})

test('all frames of a file are read', async () => {
  using folder = new TestFolder()
  let text = ''
  for await (const chunk of openBytes(folder.write('several.zst', packed))) text += chunk.toString()
  expect(text === content).toBe(true)
  expect(unpacked(packed).toString() === content).toBe(true)
})

test('what follows a frame and is none is damage, never left out', async () => {
  using folder = new TestFolder()
  const path = folder.write('more.zst', Buffer.concat([packed, Buffer.from('{"id":1}\n')]))
  const read = async () => {
    for await (const chunk of openBytes(path)) expect(chunk.length).toBeGreaterThan(0)
  }
  await expect(read()).rejects.toMatchObject({
    code: 'import-rejected',
    details: { issues: [{ code: 'gzip-damaged' }] },
  })
})
