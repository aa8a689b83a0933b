import { expect, it } from 'vitest'
import { firstAnswersElement } from '../../../shared/address/first-answers.ts'
import { readFirstAnswers } from './first-answers.ts'

const host = { kind: 'browser', platform: 'linux', appVersion: '1' } as const
function page(): Document {
  const made = document.implementation.createHTMLDocument()
  const result = { ok: true, value: 7 } as const
  made.body.innerHTML = firstAnswersElement({
    host,
    answers: [{ name: 'rankings.list', input: { a: 1 }, result }],
  })
  return made
}

it('gives each answer once, to the very question it answers', () => {
  const prepared = readFirstAnswers(page())
  expect(prepared.host).toEqual(host)
  expect(prepared.take('rankings.list', { a: 2 })).toBeUndefined()
  expect(prepared.take('rankings.list', { a: 1, b: undefined })).toEqual({ ok: true, value: 7 })
  expect(prepared.take('rankings.list', { a: 1 })).toBeUndefined()
})

it('gives none after a change, and none where the page has none', () => {
  const prepared = readFirstAnswers(page())
  prepared.forget()
  expect(prepared.take('rankings.list', { a: 1 })).toBeUndefined()
  expect(readFirstAnswers(document.implementation.createHTMLDocument()).host).toBeNull()
})
