/** Whose a file is that tells the number of its process. */
import { statSync } from 'node:fs'

/** Whether a process of this number runs on this computer. */
export function isAlive(pid: number): boolean {
  if (pid === process.pid) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Clocks of a file system may lag behind by so much. */
const SLACK_MS = 2000

/**
 * Whether what a process made was left by it: the process has ended, or it had our number before us, as in a container,
 * where every run has the same.
 */
export function isLeft(path: string, pid: number): boolean {
  if (pid !== process.pid) return !isAlive(pid)
  const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity
  return changed < Date.now() - process.uptime() * 1000 - SLACK_MS
}
