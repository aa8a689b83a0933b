import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { BROWSER_VARIABLE, findBrowser, onPath } from './browsers.ts'
import { electronBinary } from './electron.ts'

let folder: string
const place = (name: string) => {
  const file = join(folder, name)
  writeFileSync(file, '')
  chmodSync(file, 0o755)
  return file
}
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'science-cities-browsers-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('finds a command in the folders of PATH, in their order', () => {
  const file = place('something')
  expect(onPath('something', { PATH: ['/nowhere', folder].join(delimiter) })).toBe(file)
  expect(onPath('something', { PATH: '/nowhere' })).toBeNull()
  expect(onPath('something', {})).toBeNull()
})

it('takes the browser that is named, else one on PATH', () => {
  const [chrome, own] = [place('google-chrome'), place('own-browser')]
  expect(findBrowser({ PATH: folder })).toBe(chrome)
  expect(findBrowser({ PATH: folder, [BROWSER_VARIABLE]: own })).toBe(own)
  // A wrong name is not replaced in silence.
  expect(findBrowser({ PATH: folder, [BROWSER_VARIABLE]: join(folder, 'none') })).toBeNull()
})

it("knows Electron's binary only where it is", () => {
  expect(electronBinary(folder, {})).toBeNull()
  expect(electronBinary(folder, { ELECTRON_OVERRIDE_DIST_PATH: folder })).toBeNull()
  const file = place('electron')
  expect(electronBinary(folder, { ELECTRON_OVERRIDE_DIST_PATH: folder })).toBe(file)
})
