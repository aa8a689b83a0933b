import type { ImportReport } from '../../../shared/contract/import-report.ts'
import type { ImportContext } from '../../context.ts'

/** Tells how far an import is, at most every tenth of a second, with its rate and the time left. */
export class ProgressMeter {
  bytes = 0
  records = 0
  private readonly total: number
  private readonly context: ImportContext
  private readonly started = performance.now()
  private told = 0
  private readonly begun: { step: string; at: number }[] = [{ step: 'reading', at: this.started }]

  constructor(total: number, context: ImportContext) {
    this.total = total
    this.context = context
  }

  add(bytes: number, records: number): void {
    this.bytes += bytes
    this.records += records
    const now = performance.now()
    if (now - this.told < 100) return
    this.told = now
    this.tell('reading')
  }

  /** Tells of a step, and stops the import where it was cancelled. @throws the signal's reason. */
  step(step: 'reading' | 'checking' | 'deriving' | 'storing'): void {
    this.context.signal.throwIfAborted()
    this.begun.push({ step, at: performance.now() })
    this.tell(step)
  }

  /** How long each step took; the last one until now. */
  steps(): ImportReport['steps'] {
    return this.begun.map(({ step, at }, i) => ({
      step,
      durationMs: Math.round((this.begun[i + 1]?.at ?? performance.now()) - at),
    }))
  }

  private tell(step: 'reading' | 'checking' | 'deriving' | 'storing'): void {
    const seconds = (performance.now() - this.started) / 1000
    const left = this.bytes > 0 ? (seconds * (this.total - this.bytes)) / this.bytes : undefined
    this.context.progress({
      step,
      bytesRead: Math.min(this.bytes, this.total),
      bytesTotal: this.total,
      records: this.records,
      ...(seconds > 0.2 ? { recordsPerSecond: Math.round(this.records / seconds) } : {}),
      ...(step === 'reading' && left !== undefined && seconds > 0.2 ? { secondsLeft: Math.round(left) } : {}),
    })
  }
}
