import { expect, test } from 'vitest'
import type { Result } from '../../../shared/contract/errors.ts'
import type { DesktopBridge, SavedFile, SaveRequest } from '../../../shared/contract/host.ts'
import { reactive } from 'vue'
import { desktopHost, desktopTransport } from './desktop.ts'

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

test('what a screen watches crosses the bridge as data', async () => {
  // The bridge clones, as that of a window does: a proxy it would refuse.
  const asked: unknown[] = []
  const cloning = {
    call: async (...given: unknown[]) => (asked.push(structuredClone(given)), { ok: true, value: 1 }),
    host: {
      saveFile: async (given: SaveRequest) => (asked.push(structuredClone(given)), { ok: true, value: null }),
    },
  } as unknown as DesktopBridge
  const watched = reactive({ entities: [{ id: 'beijing' }], reference: null })
  expect(() => structuredClone(watched)).toThrow()
  await desktopTransport(cloning).call('comparisons.save', watched)
  await desktopTransport(cloning).call('datasets.list', undefined)
  await desktopHost(cloning).saveFile(reactive(request))
  expect(asked).toEqual([
    ['comparisons.save', { entities: [{ id: 'beijing' }], reference: null }],
    ['datasets.list', undefined],
    request,
  ])
})
