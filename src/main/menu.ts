/** The native menu, in the language that the screens show. A pure template: `index.ts` puts it in place. */
import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../shared/contract/host.ts'
import { MENU_VIEWS } from '../shared/contract/host.ts'
import type { Language } from '../shared/domain/language.ts'
import { LANGUAGES, LANGUAGE_MARKS } from '../shared/domain/language.ts'
import type { ShellWords } from './words.ts'
import { WORDS } from './words.ts'

export interface MenuParts {
  language: Language
  platform: NodeJS.Platform
  /** Reload and the developer tools are for developers. */
  developer: boolean
  /** Tells the screens what was chosen. */
  send: (command: MenuCommand) => void
  openDatasetsFolder: () => void
  copyVersion: () => void
  /** Asks the system where the window's view is to be printed. */
  print: () => void
}

type Items = MenuItemConstructorOptions[]
const line: MenuItemConstructorOptions = { type: 'separator' }

export function menuTemplate(parts: MenuParts): Items {
  const words = WORDS[parts.language].menu
  const { print } = parts
  const mac = parts.platform === 'darwin'
  return [
    ...(mac ? [appMenu(words)] : []),
    { label: words.file, submenu: [printItem(words, print), line, fileEnd(words, mac)] },
    { label: words.edit, submenu: editItems(words) },
    { label: words.view, submenu: viewItems(words, parts) },
    { label: words.window, role: 'window', submenu: windowItems(words, mac) },
    { label: words.help, role: 'help', submenu: helpItems(words, parts) },
  ]
}

type Words = ShellWords['menu']

function appMenu(words: Words): MenuItemConstructorOptions {
  const submenu: Items = [
    { role: 'about', label: words.about },
    line,
    { role: 'services', label: words.services },
    line,
    { role: 'hide', label: words.hide },
    { role: 'hideOthers', label: words.hideOthers },
    { role: 'unhide', label: words.showAll },
    line,
    { role: 'quit', label: words.quit },
  ]
  return { label: 'Science Cities', role: 'appMenu', submenu }
}

const printItem = (words: Words, print: () => void): MenuItemConstructorOptions => ({
  id: 'print',
  label: words.print,
  accelerator: 'CmdOrCtrl+P',
  click: print,
})

const fileEnd = (words: Words, mac: boolean): MenuItemConstructorOptions =>
  mac ? { role: 'close', label: words.closeWindow } : { role: 'quit', label: words.quit }

const editItems = (words: Words): Items => [
  { role: 'undo', label: words.undo },
  { role: 'redo', label: words.redo },
  line,
  { role: 'cut', label: words.cut },
  { role: 'copy', label: words.copy },
  { role: 'paste', label: words.paste },
  { role: 'selectAll', label: words.selectAll },
]

function viewItems(words: Words, { language, platform, developer, send }: MenuParts): Items {
  const mac = platform === 'darwin'
  const names = WORDS[language].views
  // On macOS with Command; elsewhere the screens read the bare digit themselves and the menu only shows it.
  const views = MENU_VIEWS.map((view, place): MenuItemConstructorOptions => ({
    id: `view-${view}`,
    label: names[view],
    accelerator: mac ? `Cmd+${place + 1}` : `${place + 1}`,
    registerAccelerator: mac,
    click: () => send({ type: 'view', view }),
  }))
  const inLanguage = (of: Language): MenuItemConstructorOptions => ({
    id: `language-${of}`,
    label: LANGUAGE_MARKS[of].name,
    type: 'radio',
    checked: of === language,
    click: () => send({ type: 'language', language: of }),
  })
  return [
    ...views,
    line,
    // The screens answer Ctrl+K themselves; the menu only shows it.
    {
      id: 'palette',
      label: words.palette,
      accelerator: 'CmdOrCtrl+K',
      registerAccelerator: false,
      click: () => send({ type: 'palette' }),
    },
    { label: words.language, submenu: LANGUAGES.map(inLanguage) },
    line,
    { role: 'zoomIn', label: words.zoomIn },
    { role: 'zoomOut', label: words.zoomOut },
    { role: 'resetZoom', label: words.actualSize },
    line,
    { role: 'togglefullscreen', label: words.fullScreen },
    ...(developer ? developerItems(words) : []),
  ]
}

const developerItems = (words: Words): Items => [
  line,
  { role: 'reload', label: words.reload },
  { role: 'toggleDevTools', label: words.developerTools },
]

const windowItems = (words: Words, mac: boolean): Items => [
  { role: 'minimize', label: words.minimise },
  ...(mac
    ? ([
        { role: 'zoom', label: words.zoomWindow },
        line,
        { role: 'front', label: words.bringToFront },
      ] as const)
    : [{ role: 'close', label: words.closeWindow } as const]),
]

const helpItems = (words: Words, parts: MenuParts): Items => [
  // The screens answer F1 themselves; the menu only shows it.
  {
    id: 'help-guide',
    label: words.guide,
    accelerator: 'F1',
    registerAccelerator: false,
    click: () => parts.send({ type: 'guide' }),
  },
  { id: 'help-method', label: words.method, click: () => parts.send({ type: 'view', view: 'method' }) },
  line,
  { id: 'datasets-folder', label: words.datasetsFolder, click: parts.openDatasetsFolder },
  { id: 'copy-version', label: words.copyVersion, click: parts.copyVersion },
]
