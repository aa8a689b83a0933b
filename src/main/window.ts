/** The window: sandboxed, shown when it has something to show, in the place and colour that it had before. */
import type { BrowserWindowConstructorOptions } from 'electron'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { Theme } from './appearance.ts'
import type { Rectangle, WindowState } from './window-state.ts'
import { MIN_SIZE, placeWindow } from './window-state.ts'

export interface WindowParts {
  state: WindowState
  preload: string
  icon: string
  /** Address of the first page. */
  address: string
  /** Told when the window was moved, resized or maximised, and at its end. */
  onPlaced: (placed: Pick<WindowState, 'bounds' | 'maximised'>) => void
  /** Told of the window before it loads anything. */
  onOpened: (window: BrowserWindow) => void
}

/** The working surface of the screens in each theme, painted before the page is, so that nothing flashes. */
const SURFACES: Record<Theme, string> = { light: '#ffffff', dark: '#15181b' }

export function surfaceOf(theme: Theme | null): string {
  return SURFACES[theme ?? (nativeTheme.shouldUseDarkColors ? 'dark' : 'light')]
}

export function windowOptions(parts: WindowParts, bounds: Rectangle): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    title: 'Science Cities',
    icon: parts.icon,
    backgroundColor: surfaceOf(parts.state.theme),
    webPreferences: {
      preload: parts.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false, // it would fetch dictionaries
    },
  }
}

/** Opens the window and loads its first page. @throws where the page cannot be loaded */
export async function openWindow(parts: WindowParts): Promise<void> {
  const window = new BrowserWindow(windowOptions(parts, placeWindow(parts.state.bounds, workAreas())))
  window.once('ready-to-show', () => {
    if (parts.state.maximised) window.maximize() // not before: it shows the window
    window.show()
  })
  keepPlace(window, parts.onPlaced)
  parts.onOpened(window)
  try {
    await window.loadURL(parts.address)
  } catch (error) {
    // Closed, or led to another page, while it loaded: the user's right.
    if (!window.isDestroyed() && (error as NodeJS.ErrnoException).code !== 'ERR_ABORTED') throw error
  }
}

function workAreas(): [Rectangle, ...Rectangle[]] {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id)
  return [primary.workArea, ...others.map((display) => display.workArea)]
}

const SETTLE_MS = 500

function keepPlace(window: BrowserWindow, onPlaced: WindowParts['onPlaced']): void {
  let timer: NodeJS.Timeout | undefined
  const tell = () => onPlaced({ bounds: window.getNormalBounds(), maximised: window.isMaximized() })
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => !window.isDestroyed() && tell(), SETTLE_MS)
  }
  window.on('resize', later)
  window.on('move', later)
  window.on('maximize', later)
  window.on('unmaximize', later)
  window.on('close', () => {
    clearTimeout(timer)
    tell()
  })
}

/** Brings a window to the front, also from the task bar. */
export function showAgain(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
