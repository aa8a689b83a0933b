import { expect, test } from 'vitest'
import { base64ToBytes, bytesToBase64, editionFiles } from './files.ts'

test('of a chosen folder its tables and manifest go along, those of an inner folder with its name', () => {
  const file = (webkitRelativePath: string) => ({
    name: webkitRelativePath.split('/').at(-1) ?? '',
    webkitRelativePath,
  })
  const chosen = ['e/edition.json', 'e/top.csv', 'e/context/series.csv', 'e/a/b/deep.csv', 'e/note.txt'].map(
    file,
  )
  expect(editionFiles(chosen).map(({ name }) => name)).toEqual([
    'edition.json',
    'top.csv',
    'context/series.csv',
  ])
})

test('bytes survive their way as text', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 256)
  expect(base64ToBytes(bytesToBase64(bytes))).toEqual(bytes)
})
