/** Whose a file is that tells the number of its process. */
import { statSync } from 'node:fs'
import { performance } from 'node:perf_hooks'

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
  return changed < startedAt() - SLACK_MS
}

/**
 * When this process began, the same in all its threads: told once, as the time that it runs stands still while a computer
 * sleeps, and as clocks are set forward. Where one was set back, what was made since is dated earlier too.
 */
const startedAt = (): number => Math.min(performance.timeOrigin, Date.now() - process.uptime() * 1000)
