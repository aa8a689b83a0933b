import { describe, expect, it } from 'vitest'
import { detectLayout } from './layout.ts'
import { SAMPLE } from './test-support.ts'

const line = JSON.stringify(SAMPLE)
const pretty = JSON.stringify(SAMPLE, null, 2)
const page = { meta: { count: 2, note: 'a\nb {' }, results: [SAMPLE, SAMPLE], group_by: [] }

describe('detectLayout', () => {
  it.each([
    ['lines', `${line}\n${line}\n`],
    ['lines', `\ufeff\r\n${line}\r\n`],
    ['lines', line],
    ['lines', line.slice(0, 300)],
    ['lines', `{"id":"an open string\n${line}\n`],
    ['lines', `{"id":"W1","authorships":[{"a":1\n${line}\n`],
    ['lines', `{"id":"W1","authorships":[{"a":1},\n${line}\n`],
    ['lines', ''],
    ['lines', '\n \n'],
    ['lines', 'id,title\n1,2\n'],
    ['lines', `{"a":{"results":[1],"meta":{}}}\n`],
    ['lines', `{"x":"results","y":[1],"meta":1}\n`],
    ['array', `[${line},${line}]`],
    ['array', ` [\n  ${pretty}\n]`],
    ['array', '[]'],
    ['array', '[1'],
    ['page', JSON.stringify(page)],
    ['page', JSON.stringify(page, null, 2)],
    ['page', JSON.stringify(page).slice(0, 40)],
    ['page', JSON.stringify({ group_by: [{ key: 'x' }], results: [] })],
    ['page', `[${JSON.stringify(page)}]`],
    ['page', `${JSON.stringify(page)}\n${JSON.stringify(page)}\n`],
    ['object', pretty],
    ['object', pretty.slice(0, 500)],
    ['object', `${pretty}\n${pretty}`],
    ['object', JSON.stringify(SAMPLE, null, 1).replace(/^ +/gm, '')],
  ])('%s', (layout, text) => {
    expect(detectLayout(Buffer.from(text))).toBe(layout)
  })
})
