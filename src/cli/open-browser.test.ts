import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openInBrowser } from './open-browser.ts'

test('says when no browser can be opened: without a display, without an opener', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'science-cities-path-'))
  expect(await openInBrowser('http://127.0.0.1:1/', { platform: 'linux', env: {} })).toBe(false)
  const env = { DISPLAY: ':0', PATH: empty }
  expect(await openInBrowser('http://127.0.0.1:1/', { platform: 'linux', env })).toBe(false)
  rmSync(empty, { recursive: true })
})
