import { expect, test } from 'vitest'
import type { Result } from '../../../shared/contract/errors.ts'
import type { DesktopBridge, SavedFile, SaveRequest } from '../../../shared/contract/host.ts'
import { desktopHost } from './desktop.ts'

const request: SaveRequest = {
  method: 'exports.table',
  input: { table: { of: 'rankings', input: {} }, format: 'csv' },
}
const hostAnswering = (saved: Result<SavedFile | null>) => {
  const asked: SaveRequest[] = []
  const host = { kind: 'desktop', saveFile: async (given: SaveRequest) => (asked.push(given), saved) }
  return { host: desktopHost({ host } as unknown as DesktopBridge), asked }
}

test('the window is asked to save, and says under which name it did', async () => {
  const { host, asked } = hostAnswering({ ok: true, value: { savedAs: 'a.csv' } })
  expect([await host.saveFile(request), host.kind]).toEqual([{ savedAs: 'a.csv' }, 'desktop'])
  expect(asked).toEqual([request])
})

test('what goes wrong comes with its code and details', async () => {
  const error = { code: 'city-unknown' as const, message: 'm', details: { suggestions: ['Beijing'] } }
  await expect(hostAnswering({ ok: false, error }).host.saveFile(request)).rejects.toMatchObject(error)
})
