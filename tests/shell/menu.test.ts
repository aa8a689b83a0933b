import type { MenuItemConstructorOptions } from 'electron'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { menuTemplate } from '../../src/main/menu.ts'
import type { MenuCommand } from '../../src/shared/contract/host.ts'
import { MENU_VIEWS } from '../../src/shared/contract/host.ts'
import type { Desk } from './stand-in/desk.ts'
import { startDesk } from './stand-in/desk.ts'
import { ensureBuilt, temporaryFolders } from './support.ts'

const folder = temporaryFolders()
let desk: Desk

beforeAll(async () => {
  await ensureBuilt()
  desk = await startDesk({ dataDir: folder('menu'), world: { locale: 'zh-CN', platform: 'linux' } })
}, 120_000)
afterAll(() => desk?.end())

const labels = (items: MenuItemConstructorOptions[]) => items.map((item) => item.label)
const below = (item: MenuItemConstructorOptions | undefined) =>
  (item?.submenu ?? []) as MenuItemConstructorOptions[]
const speak = (language: string) => desk.invoke('host:appearance', [{ language, theme: 'light' }])

describe('the native menu', () => {
  test('speaks the system’s language first, then the page’s', async () => {
    expect(labels(await desk.menu())).toEqual(['文件', '编辑', '视图', '窗口', '帮助'])
    await speak('en')
    expect(labels(await desk.menu())).toEqual(['File', 'Edit', 'View', 'Window', 'Help'])
    await speak('zh')
    expect(labels(await desk.menu())).toEqual(['文件', '编辑', '视图', '窗口', '帮助'])
  })

  test('is not built anew where the language stays', async () => {
    await speak('en')
    const built = (await desk.callsOf('Menu.setApplicationMenu')).length
    await speak('en')
    expect(await desk.callsOf('Menu.setApplicationMenu')).toHaveLength(built)
  })

  test('sends what was chosen to the page', async () => {
    const before = desk.delivered.length
    for (const id of ['view-method', 'palette', 'language-zh', 'help-guide', 'help-method'])
      await desk.menuClick(id)
    expect(desk.delivered.slice(before).map(({ channel, given }) => [channel, ...given])).toEqual([
      ['host:command', { type: 'view', view: 'method' }],
      ['host:command', { type: 'palette' }],
      ['host:command', { type: 'language', language: 'zh' }],
      ['host:command', { type: 'guide' }],
      ['host:command', { type: 'view', view: 'method' }],
    ])
  })

  test('opens the datasets’ folder and copies what a report of an error needs', async () => {
    await desk.menuClick('datasets-folder')
    await desk.menuClick('copy-version')
    const listed = await desk.call('datasets.list', {})
    const dataDir = listed.ok ? (listed.value as { dataDir: string }).dataDir : ''
    await expect.poll(() => desk.callsOf('shell.openPath')).toEqual([[dataDir]])
    const [text] = (await desk.callsOf('clipboard.writeText'))[0] ?? []
    expect(text).toMatch(/^Science Cities \d+\.\d+\.\d+\nElectron .+, Chromium .+, Node .+\nlinux /)
  })

  test('prints the window’s view, and reports what stands in the way', async () => {
    await desk.menuClick('print')
    await expect.poll(() => desk.callsOf('webContents.print')).toEqual([[1, {}]])
    await expect.poll(() => desk.output).toContain('cannot print: No printers available on the network')
  })

  test('an installed app offers no developer tools', async () => {
    expect(JSON.stringify(await desk.menu())).not.toContain('toggleDevTools')
  })
})

describe('the template on each system', () => {
  const sent: MenuCommand[] = []
  const template = (platform: NodeJS.Platform) =>
    menuTemplate({
      language: 'en',
      platform,
      developer: true,
      send: (command) => sent.push(command),
      openDatasetsFolder() {},
      copyVersion() {},
      print() {},
    })
  const viewMenu = (platform: NodeJS.Platform) =>
    below(template(platform).find((item) => item.label === 'View'))

  test('shows the nine views with their digits, in the order of the rail', () => {
    const views = viewMenu('win32').slice(0, MENU_VIEWS.length)
    expect(views.map((item) => item.accelerator)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9'])
    // The page reads a bare digit itself: registered, the menu would take it from text fields.
    expect(views.every((item) => item.registerAccelerator === false)).toBe(true)
    expect(viewMenu('darwin')[0]).toMatchObject({ accelerator: 'Cmd+1', registerAccelerator: true })
  })

  test('macOS has the app’s own menu first, with quit; the others have it under File', () => {
    const mac = template('darwin')
    expect(mac[0]).toMatchObject({ role: 'appMenu' })
    expect(below(mac[0]).at(-1)).toMatchObject({ role: 'quit' })
    expect(below(template('linux')[0]).at(-1)).toMatchObject({ role: 'quit' })
  })

  test('every item says something or has a part to play', () => {
    for (const platform of ['darwin', 'win32', 'linux'] as const) {
      const all = template(platform).flatMap((item) => [item, ...below(item), ...below(item).flatMap(below)])
      for (const item of all) expect(item.label ?? item.type, JSON.stringify(item)).toBeTruthy()
      expect(all.length).toBeGreaterThan(30)
    }
  })
})
