/** Files of journeys on the desktop: dialogs ask where, so the host answers for the user. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import type { HostWays } from '../e2e/support/host-ways.ts'

export interface Dialogs {
  /** Lets the next dialog end with these paths; a save dialog with the name that it offers, in a folder that ends with a separator. */
  answer(paths: readonly string[]): Promise<void>
}

const WAIT_MS = 60_000

export function dialogWays(dialogs: Dialogs): Pick<HostWays, 'saveFile' | 'chooseFiles'> {
  return {
    async saveFile(act) {
      const folder = await mkdtemp(join(tmpdir(), 'science-cities-saved-'))
      try {
        await dialogs.answer([folder + sep])
        await act()
        const fileName = await savedIn(folder)
        return { fileName, bytes: await readFile(join(folder, fileName)) }
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
    async chooseFiles(paths, act) {
      await dialogs.answer(paths)
      await act()
    },
  }
}

/** The app writes beside, into a name that ends with `.part`, and renames: once the file is there, it is whole. */
async function savedIn(folder: string): Promise<string> {
  const until = Date.now() + WAIT_MS
  while (Date.now() < until) {
    const name = (await readdir(folder)).find((each) => !each.endsWith('.part'))
    if (name !== undefined) return name
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('no file was saved')
}
