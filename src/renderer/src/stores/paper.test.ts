import { afterEach, expect, it } from 'vitest'
import { cutOnPaper, MOST_ON_PAPER, onPaper, rowsOnPaper } from './paper.ts'

afterEach(() => window.dispatchEvent(new Event('afterprint')))

it('is on paper from the event before printing to the one after', () => {
  expect(onPaper.value).toBe(false)
  window.dispatchEvent(new Event('beforeprint'))
  expect(onPaper.value).toBe(true)
  expect(document.documentElement.dataset['paper']).toBe('')
  window.dispatchEvent(new Event('afterprint'))
  expect(onPaper.value).toBe(false)
  expect(document.documentElement.dataset['paper']).toBeUndefined()
})

it('gives the focus back to what lost it meanwhile', async () => {
  const field = document.createElement('input')
  document.body.append(field)
  field.focus()
  window.dispatchEvent(new Event('beforeprint'))
  field.blur()
  window.dispatchEvent(new Event('afterprint'))
  await Promise.resolve()
  await new Promise((done) => setTimeout(done))
  expect(document.activeElement).toBe(field)
  field.remove()
})

it('a list goes on paper whole; one that is longer than that is cut, and the longest cut is told', () => {
  window.dispatchEvent(new Event('beforeprint'))
  const rows = Array.from({ length: MOST_ON_PAPER + 7 }, (_, i) => i)
  expect(rowsOnPaper(rows.slice(0, MOST_ON_PAPER))).toHaveLength(MOST_ON_PAPER)
  expect(cutOnPaper.value).toBeNull()
  expect(rowsOnPaper(rows)).toEqual(rows.slice(0, MOST_ON_PAPER))
  expect(rowsOnPaper(rows.slice(1))).toHaveLength(MOST_ON_PAPER)
  expect(cutOnPaper.value).toEqual({ shown: MOST_ON_PAPER, of: rows.length })
  // Of the last printing only.
  window.dispatchEvent(new Event('beforeprint'))
  expect(cutOnPaper.value).toBeNull()
})
