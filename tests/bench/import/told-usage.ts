/** Loaded into a process before its program (`--import`): as it ends it tells on file 3 what it used, threads and all. */
import { writeSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

export interface Usage {
  /** Seconds of processors, of the program and the system for it. */
  processor: number
  /** Largest resident memory in MB. */
  peakMb: number
}

if (isMainThread) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    const usage: Usage = { processor: (userCPUTime + systemCPUTime) / 1e6, peakMb: maxRSS / 1024 }
    writeSync(3, JSON.stringify(usage))
  })
}
