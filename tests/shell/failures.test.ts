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

/** A machine that is busy with other things. */
const PATIENT = { timeout: 20_000 }

type Box = { type: string; title: string; message: string; detail: string }
const boxesOf = async (desk: Desk) => (await desk.callsOf('dialog.showMessageBox')).map(([box]) => box as Box)

test.each([
  ['throw', 'stray error of the test'],
  ['reject', 'stray rejection of the test'],
] as const)('a stray error (%s) is told in words, once, and the app lives on', async (kind, text) => {
  const desk = keep(await startDesk({ dataDir: folder('stray') }))
  await desk.stray(kind)
  await desk.stray(kind)
  await expect.poll(() => boxesOf(desk), PATIENT).toHaveLength(1)
  const [box] = await boxesOf(desk)
  expect(box).toMatchObject({ type: 'error', title: 'Something went wrong in Science Cities' })
  expect(box?.message).toMatch(/^The app met an error that it did not expect\./)
  expect(box?.detail).toContain(text)
  expect(desk.output).toContain(text)
  expect(await desk.call('datasets.list', {})).toMatchObject({ ok: true })
})

test('while the box of a stray error stands, calls are answered, no other comes, and a signal ends the app', async () => {
  const desk = keep(await startDesk({ dataDir: folder('standing'), world: { boxesStand: true } }))
  await desk.stray('throw')
  await expect.poll(() => desk.boxes(), PATIENT).toBe(1)
  expect(await desk.call('datasets.list', {})).toMatchObject({ ok: true })
  await desk.stray('reject')
  await expect.poll(() => desk.output).toContain('stray rejection of the test')
  expect(await desk.boxes()).toBe(1)
  await desk.closeBoxes()
  await desk.stray('reject') // not told yet, so that it is now
  await expect.poll(() => desk.boxes(), PATIENT).toBe(1)
  expect(await boxesOf(desk)).toHaveLength(2)
  desk.signal('SIGTERM')
  expect(await desk.ended).toBe(0)
})

test('a thread of the core that dies is reported, and the next call is answered by a new one', async () => {
  const desk = keep(await startDesk({ dataDir: folder('thread'), world: { boxesStand: true } }))
  await desk.call('rankings.list', { limit: 1 })
  await desk.stray('thread')
  await expect.poll(async () => (await boxesOf(desk)).length).toBeGreaterThan(0)
  expect(desk.output).toContain('thread of the core ended')
  await expect.poll(() => desk.call('rankings.list', { limit: 1 }), PATIENT).toMatchObject({ ok: true })
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

/** A data folder that cannot be made: a file stands in its way. */
function blocked(): string {
  const file = join(folder('blocked'), 'file')
  writeFileSync(file, 'in the way')
  return join(file, 'data')
}

const seen = { DISPLAY: ':0' }

test.each([
  ['en-GB', 'Something went wrong in Science Cities'],
  ['zh-CN', 'Science Cities 出现问题'],
])('a data folder that cannot be made ends the start with words (%s) and code 1', async (locale, title) => {
  const dataDir = blocked()
  const desk = keep(new Desk({ dataDir, env: seen, world: { locale } }))
  expect(await desk.ended).toBe(1)
  const [box] = await boxesOf(desk)
  expect(box).toMatchObject({ type: 'error', title })
  expect(box?.message).toContain(dataDir)
  expect(await desk.callsOf('dialog.showErrorBox')).toEqual([])
})

test('a start that fails waits for its box, and a signal still ends it, with code 1', async () => {
  const desk = keep(new Desk({ dataDir: blocked(), env: seen, world: { boxesStand: true } }))
  await expect.poll(() => desk.boxes(), PATIENT).toBe(1)
  desk.signal('SIGTERM')
  expect(await desk.ended).toBe(1)
})

test('a page that is led elsewhere while it loads is no failed start', async () => {
  const desk = keep(await startDesk({ dataDir: folder('led'), world: { loads: 'aborted' } }))
  expect(await desk.call('datasets.list', {})).toMatchObject({ ok: true })
  expect(desk.output).not.toContain('cannot start')
  desk.signal('SIGTERM')
  expect(await desk.ended).toBe(0)
})

test('an app that is told to end while its page loads ends well', async () => {
  const desk = keep(new Desk({ dataDir: folder('told'), env: seen, world: { loads: 'until-quit' } }))
  await expect.poll(async () => (await desk.windows()).length, PATIENT).toBe(1)
  desk.signal('SIGTERM')
  expect(await desk.ended).toBe(0)
  expect(await boxesOf(desk)).toEqual([])
})

test('where no display is, a start that fails ends by itself', async () => {
  const env = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined }
  const desk = keep(new Desk({ dataDir: blocked(), env, world: { platform: 'linux' } }))
  expect(await desk.ended).toBe(1)
  expect(desk.output).toContain('cannot start')
  expect(await boxesOf(desk)).toEqual([])
})

test('a start whose datasets cannot be made says so, and ends with code 1', async () => {
  const dataDir = folder('no-datasets')
  writeFileSync(join(dataDir, 'datasets'), 'in the way')
  const desk = keep(new Desk({ dataDir, env: seen, world: { boxesStand: true } }))
  await expect.poll(() => desk.boxes(), PATIENT).toBe(1)
  expect((await boxesOf(desk))[0]?.message).toContain(dataDir)
  await desk.closeBoxes()
  expect(await desk.ended).toBe(1)
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
