/** What a process holds, by the system's account: memory of all its threads, threads, open descriptors; Linux alone. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface Sample {
  /** Since the start, in minutes. */
  at: number
  /** MiB. Pss counts what is shared with other processes by their number. */
  rss: number
  pss: number
  threads: number
  descriptors: number
  /** Files in folders of what only passes through. */
  temporary: number
}

const MIB = 1024 * 1024

/** @returns null where the process is gone */
export function measure(pid: number, at: number, folders: readonly string[]): Sample | null {
  const proc = `/proc/${pid}`
  try {
    const status = readFileSync(`${proc}/status`, 'utf8')
    const kib = (text: string, name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1])
    return {
      at,
      rss: kib(status, 'VmRSS') / 1024,
      pss: kib(readFileSync(`${proc}/smaps_rollup`, 'utf8'), 'Pss') / 1024,
      threads: kib(status, 'Threads'),
      descriptors: readdirSync(`${proc}/fd`).length,
      temporary: folders.reduce((sum, folder) => sum + filesIn(folder).length, 0),
    }
  } catch {
    return null
  }
}

export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const found = statSync(join(folder, name), { throwIfNoEntry: false })
    return found !== undefined && !found.isDirectory()
  })
}

export const bytesIn = (folder: string): number =>
  filesIn(folder).reduce(
    (sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  ) / MIB
