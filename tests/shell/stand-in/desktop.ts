/** Menus, dialogs, the clipboard and the system's shell: recorded, and answered as the test says. */
import type { Clipboard, Dialog, MenuItemConstructorOptions, NativeTheme, Screen, Shell } from 'electron'
import { basename, sep } from 'node:path'
import { isReady } from './app.ts'
import { plain, record, test, world } from './world.ts'

let template: MenuItemConstructorOptions[] = []

export const Menu = {
  buildFromTemplate: (items: MenuItemConstructorOptions[]) => ({ items }),
  setApplicationMenu: (menu: { items: MenuItemConstructorOptions[] } | null) => {
    template = menu?.items ?? []
    record('Menu.setApplicationMenu')
  },
}

function findItem(items: MenuItemConstructorOptions[], id: string): MenuItemConstructorOptions | undefined {
  for (const item of items) {
    if (item.id === id) return item
    const below = Array.isArray(item.submenu) ? findItem(item.submenu, id) : undefined
    if (below) return below
  }
  return undefined
}

test.answer('menu', () => plain(template))
test.answer('menu-click', (id: string) => {
  const item = findItem(template, id)
  if (!item?.click) throw new Error(`nothing to click under ${id}`)
  item.click(item as never, undefined, {} as never)
})

/** Paths that the pretended user will choose, in turn; null closes the dialog. */
const choices: (string | string[] | null)[] = []
test.answer('choose', (path: string | string[] | null) => void choices.push(path))

function nextChoice(what: string, options: unknown): string[] {
  record(what, options)
  const choice = choices.shift()
  if (choice === undefined) throw new Error(`the app opened ${what} and the test had no answer ready`)
  return choice === null ? [] : [choice].flat()
}

/** Boxes that stand, each as what closes it. */
const standing = new Set<() => void>()
test.answer('boxes', () => standing.size)
test.answer('close-boxes', () => standing.forEach((close) => close()))

function boxClosed(signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const close = () => {
      standing.delete(close)
      resolve()
    }
    standing.add(close)
    signal?.addEventListener('abort', close)
  })
}

/** Electron's dialogs take the window first or leave it out; the app always names it. */
export const dialog = {
  async showOpenDialog(_window: unknown, options: unknown) {
    const filePaths = nextChoice('dialog.showOpenDialog', options)
    return { canceled: filePaths.length === 0, filePaths }
  },
  /** A folder, which ends with a separator, is taken with the name that is offered. */
  async showSaveDialog(_window: unknown, options: { defaultPath?: string }) {
    const [path] = nextChoice('dialog.showSaveDialog', options)
    const filePath = path?.endsWith(sep) ? path + basename(options.defaultPath ?? '') : (path ?? '')
    return { canceled: path === undefined, filePath }
  },
  async showMessageBox(...given: unknown[]) {
    const options = given.at(-1) as { signal?: AbortSignal }
    record('dialog.showMessageBox', options)
    if (world.boxesStand) await boxClosed(options.signal)
    return { response: 0, checkboxChecked: false }
  },
  /** Before readiness it writes to stderr, as on Linux; afterwards nothing else runs while it stands, as everywhere. */
  showErrorBox: (title, content) => {
    record('dialog.showErrorBox', title, content)
    if (isReady()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    console.error(title, content)
  },
} satisfies {
  [K in 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox']: (...given: never[]) => ReturnType<Dialog[K]>
} & Pick<Dialog, 'showErrorBox'>

export const shell = {
  openExternal: (url) => Promise.resolve(record('shell.openExternal', url)),
  openPath: async (path) => {
    record('shell.openPath', path)
    return ''
  },
} satisfies Pick<Shell, 'openExternal' | 'openPath'>

export const clipboard = {
  writeText: (text) => Promise.resolve(record('clipboard.writeText', text)),
} satisfies Pick<Clipboard, 'writeText'>

export const nativeTheme = { shouldUseDarkColors: world.dark } satisfies Pick<
  NativeTheme,
  'shouldUseDarkColors'
>

export const screen = {
  getPrimaryDisplay: () => world.displays[0],
  getAllDisplays: () => world.displays,
} satisfies { [K in keyof Pick<Screen, 'getPrimaryDisplay' | 'getAllDisplays'>]: () => unknown }
