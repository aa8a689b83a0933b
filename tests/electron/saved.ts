/** Files that journeys save: the window asks where, so the host answers for the user and hands over what was written. */
import type { Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

export interface SavedFile {
  /** The name that the app offered. */
  fileName: string
  bytes: Buffer
}

/** What a desktop host gives journeys beyond the page and its addresses. */
export interface DesktopOpened {
  page: Page
  url(path: string): string
  /** Runs what makes the app save a file, and resolves with the file. A browser's host waits for a download here. */
  nextFile(act: () => Promise<unknown>): Promise<SavedFile>
}

interface SaveDialog {
  /** Lets the next save dialog end with this path. */
  answer(path: string): Promise<void>
  /** The path that the last dialog offered. */
  offered(): Promise<string>
}

const WAIT_MS = 20_000

export async function nextFile(dialog: SaveDialog, act: () => Promise<unknown>): Promise<SavedFile> {
  const folder = await mkdtemp(join(tmpdir(), 'science-cities-saved-'))
  const path = join(folder, 'saved')
  try {
    await dialog.answer(path)
    await act()
    // The app writes beside and renames: once the file is there, it is whole.
    const until = Date.now() + WAIT_MS
    while (!existsSync(path)) {
      if (Date.now() > until) throw new Error('no file was saved')
      await new Promise((done) => setTimeout(done, 50))
    }
    return { fileName: basename(await dialog.offered()), bytes: await readFile(path) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
