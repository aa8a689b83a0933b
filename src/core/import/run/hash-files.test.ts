import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { TestFolder } from '../text/test-files.ts'
import { hashFiles } from './hash-files.ts'

const never = new AbortController().signal

test('files of any length have the SHA-256 of their bytes', async () => {
  using folder = new TestFolder()
  const sizes = [0, 1, (1 << 20) - 1, 1 << 20, (5 << 20) + 3]
  const files = sizes.map((size) => {
    const bytes = randomBytes(size)
    return {
      path: folder.write(`${size}.bin`, bytes),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }
  })
  const hashes = await hashFiles(files, never)
  expect([...hashes]).toEqual(files.map(({ path, sha256 }) => [path, sha256]))
})

test('hashing ends in the middle of a file when it is told to', async () => {
  using folder = new TestFolder()
  const path = folder.write('a.bin', randomBytes(8 << 20))
  const abort = new AbortController()
  const running = hashFiles([{ path }], abort.signal)
  setImmediate(() => abort.abort())
  await expect(running).rejects.toThrow(/abort/)
})

test('a file that went is told by name', async () => {
  await expect(hashFiles([{ path: '/nowhere/gone.jsonl' }], never)).rejects.toMatchObject({
    code: 'file-unreadable',
  })
})
