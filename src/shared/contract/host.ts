import type { BackedUp } from './backed-up.ts'
import type { Language } from '../domain/language.ts'
import type { Result } from './errors.ts'
import type { ExportRequest } from './export-methods.ts'

/** What a screen may ask of its host besides the core: files, links, windows. Every host satisfies it. */
export interface HostCapabilities {
  /** Which host this is, for the words of a few messages. */
  readonly kind: 'desktop' | 'browser'
  readonly platform: 'darwin' | 'win32' | 'linux' | 'other'
  readonly appVersion: string
  /** Lets the user choose a folder of CSV files; null when the user chose none. */
  chooseFolder(): Promise<ChosenFolder | null>
  /**
   * Lets the user choose article-level files, a folder of which the readable kinds are taken, or the folder of a plan with
   * its results; null when nothing was chosen, or `told` ended it. A file may have any size.
   */
  chooseFiles(what: ToChoose, told?: HandingOver): Promise<ChosenFolder | null>
  /** The same for files that were dropped on the page; absent where the host cannot take them. */
  takeFiles?(dropped: readonly DroppedFile[], told?: HandingOver): Promise<ChosenFolder | null>
  /** The files will not be asked for again: copies that the host made of them may go. */
  releaseFiles(token: string): Promise<void>
  /**
   * Has the core make a file and lets the user save it; the host asks where. The bytes go from the core to the host, not
   * through the page. Resolves with the name, or null when the user chose not to.
   * @throws AppError where it cannot be made or written
   */
  saveFile(request: SaveRequest): Promise<SavedFile | null>
  /** Opens an https address in the system's browser; refused for any address that is not on the host's list. */
  openLink(url: string): Promise<void>
}

/** What a dialog asks for. */
export type ToChoose = 'files' | 'folder' | 'plan'

/** A file to be made and saved; without a name it is offered under the core's own. */
export type SaveRequest = ExportRequest & { fileName?: string }

export interface SavedFile {
  savedAs: string
  /** Of a backup only: what the core told with the file. */
  backedUp?: BackedUp
}

/** Hears how many bytes were handed over to the host; gives false to end it. Only hosts that copy files call it. */
export type HandingOver = (sent: number, total: number) => boolean

/** A page's `File` with its path inside what was dropped (`folder/part.jsonl`). */
export interface DroppedFile {
  path: string
  file: { readonly size: number; slice(from: number, to: number): unknown }
}

/** Endings of the files that importers read; of a folder only these are taken, and of a plan its steps. */
export const READABLE_ENDINGS = [
  'jsonl',
  'ndjson',
  'json',
  'parquet',
  'csv',
  'tsv',
  'txt',
  'gz',
  'zip',
] as const
export const READABLE_FILES = new RegExp(`\\.(${READABLE_ENDINGS.join('|')})$`, 'i')

/** An opaque token: the screen never learns or makes a path. */
export interface ChosenFolder {
  token: string
  name: string
  files: string[]
}

/** The object the preload puts on `window.scienceCities`. */
export interface DesktopBridge {
  call(name: string, input: unknown): Promise<unknown>
  subscribe(listener: (event: unknown) => void): () => void
  /** What the user chose in the native menu, as a `MenuCommand`; returns the function that ends the subscription. */
  onCommand?(listener: (command: unknown) => void): () => void
  /** What goes wrong with a file is data: of an error thrown only the message would cross. */
  host: Omit<HostCapabilities, 'saveFile' | 'chooseFiles' | 'takeFiles'> & {
    saveFile(request: SaveRequest): Promise<Result<SavedFile | null>>
    chooseFiles(what: ToChoose): Promise<Result<ChosenFolder | null>>
    takeFiles(dropped: readonly DroppedFile[]): Promise<Result<ChosenFolder>>
  }
}

/** What the desktop's native menu asks of the screens. */
export type MenuCommand =
  | { type: 'view'; view: MenuView }
  | { type: 'guide' }
  | { type: 'palette' }
  | { type: 'language'; language: Language }

/** Views that the native menu opens, in the order of the rail: the digit that opens each is its place. */
export const MENU_VIEWS = [
  'rankings',
  'rising',
  'cities',
  'collaborations',
  'networks',
  'compare',
  'report',
  'datasets',
  'method',
] as const
export type MenuView = (typeof MENU_VIEWS)[number]
