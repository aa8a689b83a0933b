/** The layout in a worker of the browser reaches the coordinates of Node, to the last bit. */
import { expect, test } from '@playwright/test'
import { join } from 'node:path'
import { build } from 'vite'
import { GOLDEN } from '../../src/core/drawing/network/layout/test-golden.ts'

const ORIGIN = 'http://layout.test'
const entry = join(import.meta.dirname, 'support', 'layout-worker.ts')

/** The module as one script. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'worker' } },
  })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) =>
    'output' in each ? each.output : [],
  )
  const chunk = outputs.find(({ type }) => type === 'chunk')
  if (chunk?.type !== 'chunk') throw new Error('the layout was not bundled')
  return chunk.code
}

test('coordinates in a worker of Chromium are those of Node', async ({ page }) => {
  const code = await bundle()
  await page.route(`${ORIGIN}/**`, (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: code })
      : route.fulfill({ contentType: 'text/html', body: '<title>layout</title>' }),
  )
  await page.goto(`${ORIGIN}/`)
  // As text: this file is checked without the page's types.
  const hashes = await page.evaluate<string[]>(`new Promise((resolve, reject) => {
    const worker = new Worker('${ORIGIN}/worker.js', { type: 'module' })
    worker.onmessage = ({ data }) => resolve(data)
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.postMessage(${JSON.stringify(GOLDEN)})
  })`)
  expect(GOLDEN.map((golden, i) => ({ ...golden, hash: hashes[i] }))).toEqual(GOLDEN)
})
