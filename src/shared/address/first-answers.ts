/** Answers that travel in the page itself, so that its first rows need no round trip. */
import type { Result } from '../contract/errors.ts'
import type { HostCapabilities } from '../contract/host.ts'

export interface FirstAnswers {
  host: Pick<HostCapabilities, 'platform' | 'appVersion'> & { kind: 'browser' }
  answers: { name: string; input: unknown; result: Result<unknown> }[]
}

/** Id of the page's element that holds them as JSON. */
export const FIRST_ANSWERS_ID = 'first-answers'

/** The element. Data of a page is not run, so the policy against inline scripts stands; `<` cannot end it early. */
export function firstAnswersElement(answers: FirstAnswers): string {
  const json = JSON.stringify(answers).replaceAll('<', '\\u003c')
  return `<script type="application/json" id="${FIRST_ANSWERS_ID}">${json}</script>`
}
