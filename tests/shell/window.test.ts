import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { DeskOptions } from './stand-in/desk.ts'
import { Desk, projectDir, startDesk } from './stand-in/desk.ts'
import { ensureBuilt, temporaryFolders } from './support.ts'

const folder = temporaryFolders()
const desks: Desk[] = []

async function start(options: DeskOptions): Promise<Desk> {
  const desk = await startDesk(options)
  desks.push(desk)
  return desk
}

beforeAll(ensureBuilt, 120_000)
afterEach(async () => {
  await Promise.all(desks.splice(0).map((desk) => desk.end()))
})

describe('the window', () => {
  test('is sandboxed and isolated, has the built preload and no Node', async () => {
    const desk = await start({ dataDir: folder('window') })
    const [window] = await desk.windows()
    expect(window?.options.webPreferences).toEqual({
      preload: join(projectDir, 'out', 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
    })
    expect(await desk.callsOf('app.enableSandbox')).toHaveLength(1)
    expect(window?.url).toBe('app://science-cities/')
  })

  test('a start without the sandbox, as root’s, keeps the switch; the window asks for it all the same', async () => {
    const desk = await start({ dataDir: folder('root'), args: ['--no-sandbox'] })
    expect(await desk.callsOf('app.enableSandbox')).toEqual([])
    const [window] = await desk.windows()
    expect(window?.options.webPreferences?.sandbox).toBe(true)
  })

  test('stands hidden in the theme’s colour until its page is ready', async () => {
    const desk = await start({ dataDir: folder('dark'), world: { dark: true } })
    const [window] = await desk.windows()
    expect(window?.options.show).toBe(false)
    expect(window?.visible).toBe(true)
    expect(window?.options.backgroundColor).toBe('#15181b')
    expect(existsSync(window?.options.icon as string)).toBe(true)
  })

  test('comes back where it was, maximised, in the theme that the page showed', async () => {
    const dataDir = folder('state')
    const first = await start({ dataDir })
    await first.invoke('host:appearance', [{ language: 'zh', theme: 'dark' }])
    await first.setBounds({ x: 40, y: 60, width: 1111, height: 777 })
    await first.windowAct('maximize')
    await first.windowAct('close')
    expect(await first.ended).toBe(0)

    const second = await start({ dataDir })
    const [window] = await second.windows()
    expect(window?.bounds).toEqual({ x: 40, y: 60, width: 1111, height: 777 })
    expect(window?.maximised).toBe(true)
    expect(window?.shownBlank).toBe(false)
    expect(window?.options.backgroundColor).toBe('#15181b')
  })

  test('keeps its place soon after it was moved, not only when it is closed', async () => {
    const dataDir = folder('moved')
    const desk = await start({ dataDir })
    await desk.setBounds({ x: 77, y: 88 })
    await expect
      .poll(() =>
        existsSync(join(dataDir, 'window.json')) ? readFileSync(join(dataDir, 'window.json'), 'utf8') : '',
      )
      .toContain('"x":77,"y":88')
  })

  test('opens in the middle of the first display where the kept place is on none', async () => {
    const dataDir = folder('far')
    writeFileSync(
      join(dataDir, 'window.json'),
      JSON.stringify({ bounds: { x: 5000, y: 50, width: 1000, height: 700 } }),
    )
    const [window] = await (await start({ dataDir })).windows()
    expect(window?.bounds).toEqual({ x: 240, y: 103, width: 1440, height: 900 })
  })

  test.each([
    ['text', 'not JSON at all'],
    ['of other types', '{"bounds":"left","maximised":7}'],
    ['empty', ''],
    ['a list', '[1,2,3]'],
  ])('ignores a kept state that is %s', async (_kind, content) => {
    const dataDir = folder('rubbish')
    writeFileSync(join(dataDir, 'window.json'), content)
    const [window] = await (await start({ dataDir })).windows()
    expect(window?.bounds).toEqual({ x: 240, y: 103, width: 1440, height: 900 })
    expect(window?.maximised).toBe(false)
  })
})

describe('one instance a data folder', () => {
  test('a second start ends at once and brings the first window back', async () => {
    const dataDir = folder('twice')
    const first = await start({ dataDir })
    await first.windowAct('minimize')
    const second = new Desk({ dataDir })
    desks.push(second)
    expect(await second.ended).toBe(0)
    await expect
      .poll(async () => (await first.windows())[0])
      .toMatchObject({ minimised: false, focused: true })
    expect(await first.windows()).toHaveLength(1)
  })

  test('two data folders hold two instances', async () => {
    await start({ dataDir: folder('one') })
    const other = await start({ dataDir: folder('other') })
    expect(await other.windows()).toHaveLength(1)
  })
})

describe('start and end', () => {
  test('SCIENCE_CITIES_DATA names the data folder where no switch does', async () => {
    const dataDir = folder('env')
    const desk = await start({ dataDir: '', env: { SCIENCE_CITIES_DATA: dataDir } })
    const listed = await desk.call('datasets.list', {})
    expect(listed).toMatchObject({ ok: true, value: { datasets: [{ dataset: 'science-cities-2024' }] } })
    expect(existsSync(join(dataDir, 'datasets'))).toBe(true)
  })

  test('quitting closes the core’s files first and ends with 0', async () => {
    const dataDir = folder('quit')
    const desk = await start({ dataDir })
    await desk.call('rankings.list', { limit: 1 })
    expect(await desk.quit()).toBe(0)
    // Twice: the first is held back until the core has closed.
    expect(await desk.callsOf('app.quit')).toHaveLength(2)
    const left = readdirSync(join(dataDir, 'datasets')).filter((name) => /-(wal|shm)$/.test(name))
    expect(left).toEqual([])
  })

  test('closing the last window ends the app, but on macOS, where a click on its icon opens one again', async () => {
    const desk = await start({ dataDir: folder('activate'), world: { platform: 'darwin' } })
    await desk.windowAct('close')
    await desk.appEvent('activate')
    await expect
      .poll(async () => (await desk.windows()).map((window) => window.destroyed))
      .toEqual([true, false])
    const elsewhere = await start({ dataDir: folder('close'), world: { platform: 'linux' } })
    await elsewhere.windowAct('close')
    expect(await elsewhere.ended).toBe(0)
  })

  test('a development server is heeded only in an app that is not installed, and only on this machine', async () => {
    const env = { ELECTRON_RENDERER_URL: 'http://localhost:5173/' }
    const installed = await start({ dataDir: folder('dev1'), env, world: { packaged: true } })
    expect((await installed.windows())[0]?.url).toBe('app://science-cities/')
    const development = await start({ dataDir: folder('dev2'), env, world: { packaged: false } })
    expect((await development.windows())[0]?.url).toBe('http://localhost:5173/')
    const sender = { origin: 'http://localhost:5173', inside: false }
    expect(await development.invoke('core:call', ['datasets.list', {}], sender)).toMatchObject({ ok: true })
    const neighbour = { origin: 'http://localhost:5174', inside: false }
    expect(await development.invoke('core:call', ['datasets.list', {}], neighbour)).toMatchObject({
      ok: false,
    })
    const foreign = { ELECTRON_RENDERER_URL: 'http://example.com/' }
    const refused = await start({ dataDir: folder('dev3'), env: foreign, world: { packaged: false } })
    expect((await refused.windows())[0]?.url).toBe('app://science-cities/')
  })
})
