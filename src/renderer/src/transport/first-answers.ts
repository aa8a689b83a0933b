/** What the loopback host wrote into the page. Each answer counts once: asked again, the core is asked. */
import type { FirstAnswers } from '../../../shared/address/first-answers.ts'
import { FIRST_ANSWERS_ID } from '../../../shared/address/first-answers.ts'
import type { Result } from '../../../shared/contract/errors.ts'

const keyOf = (name: string, input: unknown) => `${name} ${JSON.stringify(input ?? {})}`

export interface Prepared {
  host: FirstAnswers['host'] | null
  take(name: string, input: unknown): Result<unknown> | undefined
  /** Something has changed since the page was written. */
  forget(): void
}

export function readFirstAnswers(page: Document = document): Prepared {
  const text = page.getElementById(FIRST_ANSWERS_ID)?.textContent
  const first = text ? (JSON.parse(text) as FirstAnswers) : null
  const open = new Map(first?.answers.map(({ name, input, result }) => [keyOf(name, input), result]))
  return {
    host: first?.host ?? null,
    take(name, input) {
      const key = keyOf(name, input)
      const result = open.get(key)
      open.delete(key)
      return result
    },
    forget: () => open.clear(),
  }
}

/** The same when the page has come in whole: its scripts run, and draw its frame, while the core still reads. */
export async function firstAnswers(): Promise<Prepared> {
  await pageRead()
  return readFirstAnswers()
}

/** Resolves when the whole page is parsed. */
export function pageRead(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve()
  return new Promise((resolve) =>
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true }),
  )
}
