import { afterEach, expect, it, vi } from 'vitest'
import { takeFiles } from './choose-files.ts'

afterEach(() => vi.unstubAllGlobals())

/** What the host is told of files that are dropped: the folder, and their paths in it. */
async function toldOf(paths: readonly string[]): Promise<{ folder: string; names: string[] }> {
  const sent: { path: string; body: unknown }[] = []
  vi.stubGlobal('fetch', async (path: string, { body }: { body: unknown }) => {
    sent.push({ path, body })
    return { json: async () => ({ ok: true, value: { upload: 'u', token: 't', name: 'n', files: [] } }) }
  })
  await takeFiles(paths.map((path) => ({ path, file: new File(['x'], path) })))
  const { folder, files } = JSON.parse(sent[0]?.body as string) as {
    folder: string
    files: { name: string }[]
  }
  return { folder, names: files.map(({ name }) => name) }
}

it('leaves the name of a folder out of the paths where all lie in it', async () => {
  expect(await toldOf(['whole/plan.json', 'whole/sql/010.sql'])).toEqual({
    folder: 'whole',
    names: ['plan.json', 'sql/010.sql'],
  })
})

it('leaves paths as they are where several were dropped', async () => {
  const paths = ['sql/010.sql', 'results/pairs.csv', 'plan.json']
  expect(await toldOf(paths)).toEqual({ folder: '', names: paths })
})
