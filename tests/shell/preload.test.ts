import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DesktopBridge, SaveRequest } from '../../src/shared/contract/host.ts'
import { projectDir } from './stand-in/desk.ts'
import { ensureBuilt } from './support.ts'

let source = ''
beforeAll(async () => {
  await ensureBuilt()
  source = readFileSync(join(projectDir, 'out', 'preload', 'index.cjs'), 'utf8')
}, 120_000)

type Listener = (event: unknown, ...given: unknown[]) => void

/** Runs the built preload with the little that a sandboxed one is given. */
function run(answer: unknown = { ok: true, value: 'answer' }) {
  const exposed: Record<string, unknown> = {}
  const sent: unknown[][] = []
  const listeners = new Map<string, Listener[]>()
  const required: string[] = []
  const electron = {
    contextBridge: { exposeInMainWorld: (key: string, api: unknown) => (exposed[key] = api) },
    webUtils: { getPathForFile: () => '/dropped/a.png' },
    ipcRenderer: {
      invoke: async (...given: unknown[]) => {
        sent.push(given)
        return answer
      },
      on: (channel: string, listener: Listener) =>
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
      removeListener: (channel: string, listener: Listener) =>
        listeners.set(
          channel,
          (listeners.get(channel) ?? []).filter((one) => one !== listener),
        ),
    },
  }
  const require = (name: string) => {
    required.push(name)
    if (name !== 'electron') throw new Error(`module not found: ${name}`)
    return electron
  }
  const document = { addEventListener() {}, documentElement: null }
  const parts = { require, module: { exports: {} }, exports: {}, process: { platform: 'linux' }, document }
  runInNewContext(source, { ...parts, MutationObserver: class {} })
  const emit = (channel: string, payload: unknown) =>
    listeners.get(channel)?.forEach((listener) => listener({ sender: 'secret' }, payload))
  return { exposed, sent, listeners, required, emit, bridge: exposed['scienceCities'] as DesktopBridge }
}

const request: SaveRequest = {
  method: 'exports.table',
  input: { table: { of: 'rankings', input: {} }, format: 'csv' },
}

describe('the built preload', () => {
  test('is one CommonJS file that needs Electron alone', () => {
    expect(source).not.toMatch(/^\s*(import|export)\s/m)
    expect(source).not.toMatch(/\bimport\(/)
    expect(run().required).toEqual(['electron'])
  })

  test('exposes exactly the named functions and nothing of Electron', () => {
    const { exposed, bridge } = run()
    expect(Object.keys(exposed)).toEqual(['scienceCities'])
    expect(Object.keys(bridge).sort()).toEqual(['call', 'host', 'onCommand', 'subscribe'])
    expect(Object.keys(bridge.host).sort()).toEqual([
      'appVersion',
      'chooseFiles',
      'chooseFolder',
      'kind',
      'openLink',
      'platform',
      'releaseFiles',
      'saveFile',
      'takeFiles',
    ])
    const { version } = JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8')) as {
      version: string
    }
    expect(bridge.host).toMatchObject({ kind: 'desktop', platform: 'linux', appVersion: version })
  })

  test('sends on its own channels only', async () => {
    const { bridge, sent } = run()
    await bridge.call('rankings.list', { limit: 1 })
    await bridge.host.openLink('https://doi.org/')
    await bridge.host.chooseFolder()
    await bridge.host.chooseFiles('files')
    await bridge.host.releaseFiles('x'.repeat(24))
    await bridge.host.takeFiles([{ path: 'a.png', file: { size: 1, slice: () => null } }])
    await bridge.host.saveFile(request)
    expect(sent).toEqual([
      ['core:call', 'rankings.list', { limit: 1 }],
      ['host:open-link', 'https://doi.org/'],
      ['host:choose-folder', undefined],
      ['host:choose-files', 'files'],
      ['host:take-files', ['/dropped/a.png']],
      ['host:save-file', request],
    ])
  })

  test('hands on events without the event object, until the subscription ends', () => {
    const { bridge, emit } = run()
    const heard: unknown[][] = []
    const end = bridge.subscribe((...given) => heard.push(given))
    emit('core:event', { type: 'datasets.changed', dataset: 'mine' })
    end()
    emit('core:event', { type: 'datasets.changed', dataset: 'other' })
    expect(heard).toEqual([[{ type: 'datasets.changed', dataset: 'mine' }]])
  })

  test('ending one subscription leaves another of the same listener', () => {
    const { bridge, emit } = run()
    let heard = 0
    const listener = () => heard++
    const end = bridge.onCommand?.(listener)
    bridge.onCommand?.(listener)
    end?.()
    emit('host:command', { type: 'palette' })
    expect(heard).toBe(1)
  })

  test('Electron sees one listener, however many a page has', () => {
    const { bridge, listeners, emit } = run()
    let heard = 0
    for (let i = 0; i < 40; i++) bridge.subscribe(() => heard++)
    emit('core:event', { type: 'datasets.changed', dataset: 'mine' })
    expect(heard).toBe(40)
    expect([...listeners.values()].map(({ length }) => length)).toEqual([1, 1])
  })

  test('an error of the host becomes an Error that begins with its code', async () => {
    const { bridge } = run({ ok: false, error: { code: 'forbidden', message: 'not here', details: {} } })
    await expect(bridge.host.chooseFolder()).rejects.toThrow(/^forbidden: not here$/)
  })

  test('of a file that is not saved the page learns all', async () => {
    const error = { code: 'file-unreadable', message: 'm', details: { values: { file: 'a.csv' } } } as const
    const { bridge } = run({ ok: false, error })
    expect(await bridge.host.saveFile(request)).toEqual({ ok: false, error })
  })
})
