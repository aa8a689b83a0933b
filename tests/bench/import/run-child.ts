/** Runs a program and watches its memory. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface ChildResult {
  /** What it printed, parsed. */
  value: unknown
  /** Largest resident memory in MB; null where the system does not tell. */
  peakMb: number | null
}

/** @throws with what the program said, where it failed. */
export function runChild(args: readonly string[]): Promise<ChildResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let err = ''
    let peak = 0
    const watch = setInterval(() => (peak = Math.max(peak, highWater(child.pid))), 50)
    child.stdout.on('data', (data: Buffer) => (out += String(data)))
    child.stderr.on('data', (data: Buffer) => (err = (err + String(data)).slice(-2000)))
    child.on('error', reject)
    child.on('exit', (code) => {
      clearInterval(watch)
      if (code !== 0) reject(new Error(`${args.join(' ')} ended with ${code}: ${err}`))
      else resolve({ value: JSON.parse(out) as unknown, peakMb: peak > 0 ? peak : null })
    })
  })
}

/** The kernel's own mark of a process that still runs; 0 where there is none to read. */
function highWater(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
  } catch {
    return 0
  }
}
