/**
 * Every change that our code makes on a disk, one after another, so that a test can end the process or fail the call at
 * each. What SQLite writes inside of a file is not among them.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/** Those that change a disk; opening counts where it is for writing. */
const CHANGES = [
  ...[
    'openSync',
    'writeFileSync',
    'writeSync',
    'renameSync',
    'rmSync',
    'unlinkSync',
    'mkdirSync',
    'chmodSync',
  ],
  ...['fsyncSync', 'copyFileSync', 'cpSync', 'createWriteStream'],
] as const

/** `renameSync mine.sqlite`, its number from 1. May throw in place of the call, or end the process. */
export type OnStep = (number: number, name: string) => void

/** Calls `onStep` before each change, of files below the folder. @returns what takes that back */
export function watchSteps(folder: string, onStep: OnStep): () => void {
  const own = fs as unknown as Record<string, (...args: unknown[]) => unknown>
  const before = new Map<string, (...args: unknown[]) => unknown>()
  let steps = 0
  for (const name of CHANGES) {
    const call = own[name] as (...args: unknown[]) => unknown
    before.set(name, call)
    own[name] = (...args) => {
      const [path, flags] = args
      const isHandle = typeof path === 'number'
      const reads = name === 'openSync' && (flags === undefined || flags === 'r' || typeof flags === 'number')
      if (!reads && (isHandle || String(path).startsWith(folder)))
        onStep(++steps, `${name} ${isHandle ? '' : String(path).slice(folder.length + 1)}`.trim())
      return call(...args)
    }
  }
  syncBuiltinESMExports()
  return () => {
    for (const [name, call] of before) own[name] = call
    syncBuiltinESMExports()
  }
}
