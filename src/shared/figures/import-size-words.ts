/** What an import is expected to come to, as screens and the command line tell it before it begins. */
import type { ImportSize } from '../contract/imports.ts'
import type { Language } from '../domain/language.ts'
import { formatBytes, formatNumber } from '../format/numbers.ts'

type Say = (key: string, values?: Record<string, string | number>) => string

/** Two digits are all that an estimate bears. */
function rough(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1)
  return Math.round(value / step) * step
}

/** A sentence, and a second where something may be too little. @param say by keys of `imports.size` */
export function importSizeText(size: ImportSize, language: Language, say: Say): string {
  const minutes = Math.max(1, Math.round(size.seconds / 60))
  const bytes = (value: number) => formatBytes(rough(value), language)
  const about = say('about', {
    records: formatNumber(rough(size.records), 0, language),
    minutes: minutes === 1 ? say('minute') : say('minutes', { n: formatNumber(rough(minutes), 0, language) }),
    dataset: bytes(size.dataset),
    memory: bytes(size.memory),
  })
  if (size.tight === null) return about
  const room = { free: bytes(size.free ?? 0), machine: bytes(size.machine) }
  return `${about} ${say(`tight.${size.tight}`, room)}`
}
