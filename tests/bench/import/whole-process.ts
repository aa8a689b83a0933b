/** What a whole process costs, from its start to its end: processor seconds, seconds, memory. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Usage } from './told-usage.ts'

export interface Cost extends Usage {
  seconds: number
}

const TOLD = pathToFileURL(join(import.meta.dirname, 'told-usage.ts')).href

/** @param args of Node. @throws with what the program said, where it failed. */
export function costOf(args: readonly string[]): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(process.execPath, ['--import', TOLD, ...args], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    })
    let said = ''
    let usage = ''
    child.stderr?.on('data', (data: Buffer) => (said = (said + String(data)).slice(-2000)))
    child.stdio[3]?.on('data', (data: Buffer) => (usage += String(data)))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code !== 0) reject(new Error(`${args.join(' ')} ended with ${code}: ${said}`))
      else resolve({ ...(JSON.parse(usage) as Usage), seconds: (performance.now() - started) / 1000 })
    })
  })
}

/** The least of each: what others on the machine take makes all of them longer, never shorter; of memory the most. */
export function least(costs: readonly Cost[]): Cost {
  return {
    processor: Math.min(...costs.map(({ processor }) => processor)),
    seconds: Math.min(...costs.map(({ seconds }) => seconds)),
    peakMb: Math.max(...costs.map(({ peakMb }) => peakMb)),
  }
}
