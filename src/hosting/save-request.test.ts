import { expect, test, vi } from 'vitest'
import type { Result } from '../shared/contract/errors.ts'
import { makeFile, safeFileName } from './save-request.ts'

const FILE = {
  fileName: 'ranking-2023_en.csv',
  mime: 'text/csv',
  bytes: new Uint8Array([65]),
  width: null,
  height: null,
}
const core = (answer: Result<unknown> = { ok: true, value: FILE }) => ({
  call: vi.fn(async (_name: string, _input: unknown) => answer),
})
const request = { method: 'exports.table', input: { format: 'csv' } }

test('the core is asked what the page asks, and names the file where the page does not', async () => {
  const asked = core()
  expect(await makeFile(asked, request)).toEqual(FILE)
  expect(asked.call.mock.calls).toEqual([['exports.table', { format: 'csv' }]])
  expect(await makeFile(asked, { ...request, fileName: '../日本.csv' })).toMatchObject({
    fileName: '日本.csv',
  })
})

test('what the core refuses is refused with all that it says', async () => {
  const error = { code: 'city-unknown' as const, message: 'm', details: { suggestions: ['Beijing'] } }
  await expect(makeFile(core({ ok: false, error }), request)).rejects.toMatchObject(error)
})

test.each([
  ['nothing', undefined, 'input-invalid'],
  ['null', null, 'input-invalid'],
  ['a list', [request], 'input-invalid'],
  ['text', 'exports.table', 'input-invalid'],
  ['no method', { input: {} }, 'input-invalid'],
  ['a method that is no text', { method: { toString: 1 }, input: {} }, 'input-invalid'],
  ['bytes of its own', { ...request, base64: 'QQ==' }, 'input-invalid'],
  ['a path of its own', { ...request, path: '/etc/passwd' }, 'input-invalid'],
  ['an empty name', { ...request, fileName: '' }, 'input-invalid'],
  ['a name that is no text', { ...request, fileName: 7 }, 'input-invalid'],
  ['a name without end', { ...request, fileName: 'a'.repeat(201) }, 'input-invalid'],
  ['a method that makes no file', { method: 'datasets.remove', input: {} }, 'method-unknown'],
  ['a name that every object has', { method: 'toString', input: {} }, 'method-unknown'],
  ['an unknown method', { method: 'exports.everything', input: {} }, 'method-unknown'],
])('with %s the core is not asked', async (_what, asked, code) => {
  const unasked = core()
  await expect(makeFile(unasked, asked)).rejects.toMatchObject({ code })
  expect(unasked.call).not.toHaveBeenCalled()
})

test.each([
  ['ranking 2023.csv', 'ranking 2023.csv'],
  ['排名.png', '排名.png'],
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\Windows\\system.ini', 'system.ini'],
  ['C:\\a.csv', 'a.csv'],
  ['a:b?.csv', 'a-b-.csv'],
  ['line\nbreak.csv', 'line-break.csv'],
  ['.bashrc', 'bashrc'],
  ['dots...', 'dots'],
  ['CON.csv', '_CON.csv'],
  ['..', 'science-cities'],
  ['/', 'science-cities'],
])('the name %j is offered as %j', (asked, offered) => expect(safeFileName(asked)).toBe(offered))
