import { expect, it } from 'vitest'
import { reportContent } from '../../../../shared/contract/reports.ts'
import { insertAfter, plainPage, replacePage, withNumbers } from './report-pages.ts'

it('words that were written while numbers were counted stay', () => {
  const page = { ...plainPage('text', 'mine'), id: 'a' }
  const begun = insertAfter(reportContent.parse({}), null, page)
  const written = replacePage(begun, { ...page, title: { en: 'Ours', zh: '' } })
  const [counted] = withNumbers(written, 'a', { version: 'v1', numbers: [] }).pages
  expect(counted).toEqual({ ...page, title: { en: 'Ours', zh: '' }, version: 'v1' })
  expect(withNumbers(written, 'b', { version: 'v1', numbers: [] })).toEqual(written)
})
