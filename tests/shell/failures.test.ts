import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { Desk, startDesk } from './stand-in/desk.ts'
import { ensureBuilt, temporaryFolders } from './support.ts'

const folder = temporaryFolders()
const desks: Desk[] = []
const keep = (desk: Desk) => (desks.push(desk), desk)

beforeAll(ensureBuilt, 120_000)
afterEach(async () => {
  await Promise.all(desks.splice(0).map((desk) => desk.end()))
})

test.each([
  ['throw', 'stray error of the test'],
  ['reject', 'stray rejection of the test'],
] as const)('a stray error (%s) is told in words, once, and the app lives on', async (kind, text) => {
  const desk = keep(await startDesk({ dataDir: folder('stray') }))
  await desk.stray(kind)
  await desk.stray(kind)
  await expect.poll(() => desk.callsOf('dialog.showErrorBox')).toHaveLength(1)
  const [title, content] = (await desk.callsOf('dialog.showErrorBox'))[0] as string[]
  expect(title).toBe('Something went wrong in Science Cities')
  expect(content).toMatch(/^The app met an error that it did not expect\./)
  expect(content).toContain(text)
  expect(desk.output).toContain(text)
  expect(await desk.call('datasets.list', {})).toMatchObject({ ok: true })
})

test('a thread of the core that dies is reported, and the next call is answered by a new one', async () => {
  const desk = keep(await startDesk({ dataDir: folder('thread') }))
  await desk.call('rankings.list', { limit: 1 })
  await desk.stray('thread')
  await expect.poll(async () => (await desk.callsOf('dialog.showErrorBox')).length).toBeGreaterThan(0)
  expect(desk.output).toContain('thread of the core ended')
  await expect.poll(() => desk.call('rankings.list', { limit: 1 })).toMatchObject({ ok: true })
})

test('a page whose process ends is offered again', async () => {
  const desk = keep(await startDesk({ dataDir: folder('gone'), world: { locale: 'zh-CN' } }))
  await desk.goneScreen('crashed')
  const [options] = (await desk.callsOf('dialog.showMessageBox'))[0] ?? []
  expect(options).toMatchObject({ type: 'error', buttons: ['重新载入窗口', '退出'] })
  await expect.poll(() => desk.callsOf('webContents.reload')).toHaveLength(1)
  await desk.goneScreen('clean-exit')
  expect(await desk.callsOf('dialog.showMessageBox')).toHaveLength(1)
})

test('a data folder that cannot be made ends the start with words and code 1', async () => {
  const file = join(folder('blocked'), 'file')
  writeFileSync(file, 'in the way')
  const desk = keep(new Desk({ dataDir: join(file, 'data') }))
  expect(await desk.ended).toBe(1)
  const [[title, content] = []] = (await desk.callsOf('dialog.showErrorBox')) as string[][]
  expect(title).toBe('Something went wrong in Science Cities')
  expect(content).toContain(join(file, 'data'))
})

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a data folder that cannot be written ends the start with words and code 1',
  async () => {
    const dataDir = folder('readonly')
    mkdirSync(join(dataDir, 'shell'))
    chmodSync(dataDir, 0o555)
    const desk = keep(new Desk({ dataDir }))
    expect(await desk.ended).toBe(1)
    chmodSync(dataDir, 0o755)
  },
)
