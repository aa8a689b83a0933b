/** Runs a command that builds a dataset: shows how far it is, and lets Ctrl+C cancel it. */
import type { ImportSize, IndexOutcome } from '../shared/contract/imports.ts'
import type { Language } from '../shared/domain/language.ts'
import { importSizeText } from '../shared/figures/import-size-words.ts'
import { collectedWords } from '../shared/figures/collected-words.ts'
import { planWords } from '../shared/figures/plan-words.ts'
import { translate } from '../shared/i18n/index.ts'
import { reportText } from './import-report.ts'
import { say } from './io.ts'
import { ProgressLine } from './progress.ts'
import type { Session } from './session.ts'
import { json } from './session.ts'

/**
 * @param as id of the dataset that is built
 * @returns what `work` gave. @throws AppError cancelled after Ctrl+C; what was stored is then as it was.
 */
export async function withProgress<T>(session: Session, as: string, work: () => Promise<T>): Promise<T> {
  const { client, io, options, tell, end } = session
  const line = options.quiet ? null : new ProgressLine(io, options.lang)
  let cancelling = false
  // A core that closes meanwhile has cancelled it already.
  const cancel = () => void client.call('imports.cancel', { as }).catch(() => undefined)
  const unsubscribe = client.subscribe((event) => {
    if (event.type !== 'imports.progress' || event.as !== as) return
    // Asked before the import began, a cancel found nothing to stop.
    if (cancelling) cancel()
    else if (event.size) {
      line?.end()
      tell(sizeText(event.size, options.lang))
    } else line?.show(event)
  })
  const release = io.onInterrupt?.(() => {
    cancelling = true
    line?.end()
    tell(say(options.lang, 'cancelling'))
    cancel()
    void end() // a step that does not listen is cut off
  })
  try {
    return await work()
  } finally {
    release?.()
    unsubscribe()
    line?.end()
  }
}

/** What an import of that size takes. */
export const sizeText = (size: ImportSize, lang: Language): string =>
  importSizeText(size, lang, (key, values) => translate(lang, `imports.size.${key}`, values))

/** Says that an index is stored, and writes its report. */
export function writeOutcome(session: Session, outcome: IndexOutcome): void {
  const { format, options, tell, write } = session
  const { name, dataset, version } = outcome.dataset
  const { read, stored, durationMs } = outcome.report
  tell(
    say(options.lang, 'indexed', {
      name,
      dataset,
      version,
      read,
      stored,
      rejected: read - stored,
      seconds: (durationMs / 1000).toFixed(1),
    }),
  )
  const { finding, command } = outcome.came
  tell(finding[options.lang].replaceAll('**', ''))
  if (command !== null) tell(translate(options.lang, 'came.next', { command: `science-cities ${command}` }))
  const { mixedMatchers } = outcome.report
  if (mixedMatchers) tell(translate(options.lang, 'collected.mixed', { ...mixedMatchers }))
  const { collectedFor, plan } = outcome.dataset
  if (collectedFor) tell(collectedWords(collectedFor, options.lang).long)
  if (plan) tell(planWords(plan, options.lang).long)
  write(format === 'table' ? reportText(outcome.report, options.lang) : json(outcome))
}
