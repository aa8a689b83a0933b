/** How far an import or another long piece of work is, on stderr: one line that changes on a terminal, else a line now and then. */
import type { CoreEvent } from '../shared/contract/events.ts'
import type { Language } from '../shared/domain/language.ts'
import { formatBytes, formatNumber } from '../shared/format/numbers.ts'
import { translate } from '../shared/i18n/index.ts'
import type { Io } from './io.ts'
import { inOneLine } from '../shared/format/hidden-signs.ts'
import { cellWidth } from './table.ts'

export type ImportProgress = Extract<CoreEvent, { type: 'imports.progress' }>

/** Milliseconds between two lines where stderr is no terminal; what takes less time prints none. */
const BETWEEN_LINES = 3000

export class ProgressLine {
  private readonly io: Pick<Io, 'stderr' | 'messageColumns'>
  private readonly language: Language
  private readonly now: () => number
  private told: number
  private open = false

  constructor(io: Pick<Io, 'stderr' | 'messageColumns'>, language: Language, now = () => performance.now()) {
    this.io = io
    this.language = language
    this.now = now
    this.told = now()
  }

  show(progress: ImportProgress): void {
    this.showText(progressText(progress, this.language))
  }

  showText(given: string): void {
    const text = inOneLine(given)
    const columns = this.io.messageColumns
    if (columns !== undefined) {
      this.io.stderr(`\r\u001B[K${cut(text, columns - 1)}`)
      this.open = true
    } else if (this.now() - this.told >= BETWEEN_LINES) {
      this.io.stderr(`${text}\n`)
      this.told = this.now()
    }
  }

  /** Clears the line that changes, so that what follows begins on an empty one. */
  end(): void {
    if (this.open) this.io.stderr('\r\u001B[K')
    this.open = false
  }
}

/** `Reading: 12.1 MB of 464 MB, 2,340 records, 7,800 records/s, 55 s left` */
export function progressText(progress: ImportProgress, language: Language): string {
  const { step, bytesRead, bytesTotal, records, recordsPerSecond, secondsLeft } = progress
  const say = (key: string, values = {}) => translate(language, `imports.${key}`, values)
  const number = (value: number) => formatNumber(value, 0, language)
  const parts: string[] = []
  if (step === 'reading' && bytesTotal > 0) {
    const [read, total] = [formatBytes(bytesRead, language), formatBytes(bytesTotal, language)]
    parts.push(say('progress.bytes', { read, total }))
  }
  if (records > 0) parts.push(say('progress.records', { records: number(records) }))
  if (step === 'reading' && recordsPerSecond !== undefined)
    parts.push(say('progress.rate', { rate: number(recordsPerSecond) }))
  if (secondsLeft !== undefined) parts.push(say('progress.left', { time: timeText(secondsLeft, language) }))
  const head = say(`steps.${step}`)
  if (parts.length === 0) return `${head} …`
  return head + translate(language, 'common.colon') + parts.join(translate(language, 'common.clause'))
}

/** `55 s`, `4 min 10 s`, `2 h 5 min`. */
function timeText(seconds: number, language: Language): string {
  const form = seconds >= 3600 ? 'hours' : seconds >= 60 ? 'minutes' : 'seconds'
  return translate(language, `imports.progress.${form}`, {
    hours: Math.floor(seconds / 3600),
    minutes: Math.floor((seconds % 3600) / 60),
    seconds: Math.round(seconds % 60),
  })
}

/** A line longer than the terminal would wrap, and the next could not replace it. */
function cut(text: string, columns: number): string {
  let kept = text
  while (cellWidth(kept) > columns && kept !== '') kept = kept.slice(0, -1)
  return kept
}
