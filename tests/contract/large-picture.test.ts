/** A large picture over the loopback host: its memory goes back, and one that is too large is refused in words. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { serveBuilt } from '../../scripts/support/built-host.ts'
import { appRoot } from '../../src/core/app-info.ts'
import { temporaryFolder } from '../support/edition.ts'
import { measure } from '../trials/soak/measure.ts'
import { openPage } from '../trials/soak/page.ts'

const isLinux = process.platform === 'linux'
const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.skipIf(!isLinux)(
  `memory of a large picture goes back${isLinux ? '' : ' (skipped: reads /proc)'}`,
  async () => {
    const script = [join(appRoot, 'src', 'cli', 'index.ts'), 'serve']
    const served = await serveBuilt({ script, args: ['--data-dir', join(folder, 'data')] })
    const rss = () => measure(served.process.pid ?? 0, 0, [])?.rss ?? NaN
    try {
      const page = await openPage(served)
      const save = async (widthMm: number, heightMm: number, dpi: number) => {
        const figure = { of: 'ranking-bars', input: {} }
        const input = { figure, format: 'png', preset: 'own', widthMm, heightMm, dpi }
        const made = await page.post('/api/downloads', { method: 'exports.figure', input })
        if (!made.ok) return made.code
        return (await page.get(`/api/downloads/${(made.value as { token: string }).token}`)).bytes
      }
      expect(await save(100, 100, 150)).toBeGreaterThan(5000) // brings what every picture needs
      const before = rss()
      let highest = 0
      const watch = setInterval(() => (highest = Math.max(highest, rss())), 50)
      expect(await save(400, 400, 400)).toBeGreaterThan(50_000)
      clearInterval(watch)
      // 6,299 × 6,299 pixels of four bytes are 151 MiB, held once at least.
      expect(highest).toBeGreaterThan(before + 150)
      await expect.poll(rss, { timeout: 15_000 }).toBeLessThan(before + 120)
      await pause(200)
      console.info(`RSS ${Math.round(before)}, ${Math.round(highest)}, ${Math.round(rss())} MiB`)
      expect(await save(1000, 1000, 600)).toBe('picture-too-large')
    } finally {
      await served.close()
    }
  },
  120_000,
)
