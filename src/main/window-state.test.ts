import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Rectangle } from './window-state.ts'
import { MIN_SIZE, NO_STATE, placeWindow, readWindowState, writeWindowState } from './window-state.ts'

const folder = mkdtempSync(join(tmpdir(), 'science-cities-window-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const first: Rectangle = { x: 0, y: 0, width: 1920, height: 1040 }
const second: Rectangle = { x: 1920, y: 0, width: 1280, height: 984 }
const at = (x: number, y: number, width = 1000, height = 700): Rectangle => ({ x, y, width, height })

describe('placeWindow', () => {
  test('keeps a window that can be seen, on whichever display', () => {
    expect(placeWindow(at(100, 50), [first, second])).toEqual(at(100, 50))
    expect(placeWindow(at(2000, 50), [first, second])).toEqual(at(2000, 50))
    expect(placeWindow(at(-600, 50), [first])).toEqual(at(-600, 50))
    expect(placeWindow(at(-8, -8, 1920, 1040), [first])).toEqual(at(-8, -8, 1920, 1040))
  })

  test.each([
    ['right of all displays', at(5000, 50)],
    ['above, its top out of reach', at(100, -300)],
    ['below', at(100, 1030)],
    ['with hardly an edge in sight', at(1900, 50)],
    ['on a display that was unplugged', at(2000, 50)],
  ])('brings back a window that was %s', (_where, kept) => {
    expect(placeWindow(kept, [first])).toEqual(at(240, 70, 1440, 900))
  })

  test('fits the size to the display, down to the least that the screens need', () => {
    expect(placeWindow(at(0, 0, 4000, 3000), [first])).toEqual(at(0, 0, 1920, 1040))
    expect(placeWindow(at(5, 5, 200, 100), [first])).toEqual({ x: 5, y: 5, ...MIN_SIZE })
  })

  test('a small display gets a window of its own size', () => {
    const small = { x: 0, y: 30, width: 1024, height: 700 }
    expect(placeWindow(null, [small])).toEqual(small)
    expect(placeWindow(null, [{ x: 0, y: 0, width: 800, height: 500 }])).toMatchObject(MIN_SIZE)
  })
})

describe('the kept state', () => {
  const path = join(folder, 'window.json')

  test('is read as it was written, and no part of a file is left', () => {
    const state = { bounds: at(1, 2), maximised: true, theme: 'dark', language: 'zh' } as const
    writeWindowState(path, state)
    expect(readWindowState(path)).toEqual(state)
    expect(readdirSync(folder)).toEqual(['window.json'])
  })

  test.each([
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{"theme":"red"}',
    '{"bounds":{"x":1.5,"y":0,"width":1,"height":1}}',
    '{"bounds":{"x":0,"y":0,"width":0,"height":1}}',
    '{"bounds":{"x":0,"y":100001,"width":1,"height":1}}',
    '{"bounds":{"x":0,"y":0,"width":1}}',
    '{"bounds":[0,0,1,1]}',
    '{"maximised":1}',
    '{"theme":"dark","language":"fr"}',
  ])('counts as none where the file holds %j', (content) => {
    writeFileSync(path, content)
    expect(readWindowState(path)).toEqual(NO_STATE)
  })

  test('is completed where a part is not told, and rid of what it does not know', () => {
    writeFileSync(path, '{"theme":"dark","zoom":2,"bounds":{"x":-9,"y":0,"width":1,"height":100000,"z":1}}')
    expect(readWindowState(path)).toEqual({
      ...NO_STATE,
      theme: 'dark',
      bounds: { x: -9, y: 0, width: 1, height: 100_000 },
    })
  })

  test('counts as none where there is no file', () => {
    expect(readWindowState(join(folder, 'missing.json'))).toEqual(NO_STATE)
  })
})
