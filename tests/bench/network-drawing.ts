/** Drawing networks in a browser: first picture, drawn frames under a real mouse drag, answer to a click, memory. */
import type { Browser, Page } from '@playwright/test'
import { testDrawing } from '../../src/renderer/src/graph/test-drawing.ts'
import type { Benchmark, Figure } from './benchmark.ts'
import { median } from './benchmark.ts'
import type { NetworkPage } from './network/serve.ts'
import { serveNetworkPage } from './network/serve.ts'
import { launchBrowser } from './page.ts'

const PANE = { width: 1200, height: 800 }
const SIZES = [
  { nodes: 200, edges: 1000 },
  { nodes: 1200, edges: 16_000, drawnGoal: 3000, framesGoal: 30 },
  { nodes: 3200, edges: 68_000 },
]
const CLICKS = { nodes: 5000, edges: 20_000, goal: 100 }
const DRAG_MS = 3000
const LOADS = 3

/** Waits until Cytoscape stands behind the picture, so that it takes gestures. */
async function open(browser: Browser, { url }: NetworkPage): Promise<Page> {
  const page = await browser.newPage({ viewport: PANE })
  page.on('console', (message) => console.log(`  the page says: ${message.text()}`))
  page.on('pageerror', (error) => console.log(`  the page fails: ${error.message}`))
  await page.goto(url)
  await page.locator('body[data-drawn]').waitFor()
  await page.locator('.network-canvas__graph canvas').first().waitFor({ state: 'attached' })
  await page.waitForTimeout(1000)
  return page
}

/** Frames per second in which a canvas was painted while the mouse drags the empty corner to and fro. */
async function dragged(page: Page): Promise<number> {
  const middle = { x: 60, y: 740 }
  await page.mouse.move(middle.x, middle.y)
  await page.mouse.down()
  const before = await page.evaluate<number>('window.measured.frames')
  const start = performance.now()
  for (let t = 0; t < DRAG_MS; t = performance.now() - start) {
    const at = {
      x: middle.x + 300 * Math.abs(Math.sin(t / 600)),
      y: middle.y - 200 * Math.abs(Math.sin(t / 430)),
    }
    await page.mouse.move(at.x, at.y)
  }
  const frames = (await page.evaluate<number>('window.measured.frames')) - before
  const rate = (1000 * frames) / (performance.now() - start)
  await page.mouse.up()
  return rate
}

/** What the driver and this browser can do: the same drag over a page that paints one rectangle. */
async function ceiling(browser: Browser): Promise<number> {
  const page = await browser.newPage({ viewport: PANE })
  await page.setContent('<canvas width="1200" height="800"></canvas>')
  await page.evaluate(`{
    window.measured = { frames: 0 }
    const ctx = document.querySelector('canvas').getContext('2d')
    let moved = null
    window.addEventListener('mousemove', (event) => (moved = event))
    const paint = () => {
      if (moved) { ctx.clearRect(0, 0, 1200, 800); ctx.fillRect(moved.clientX, moved.clientY, 9, 9); measured.frames++ }
      moved = null
      requestAnimationFrame(paint)
    }
    paint()
  }`)
  const rate = await dragged(page)
  await page.close()
  return rate
}

async function glRenderer(browser: Browser): Promise<string> {
  const page = await browser.newPage()
  const name = await page.evaluate<string>(`{
    const gl = document.createElement('canvas').getContext('webgl2')
    const info = gl?.getExtension('WEBGL_debug_renderer_info')
    gl ? String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER)) : 'no WebGL 2'
  }`)
  await page.close()
  return name
}

async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

async function sizeFigures(
  browser: Browser,
  served: NetworkPage,
  { nodes, edges, drawnGoal, framesGoal }: (typeof SIZES)[number],
): Promise<Figure[]> {
  served.show(testDrawing(nodes, edges))
  const what = `${nodes.toLocaleString('en')} nodes, ${edges.toLocaleString('en')} edges`
  const drawn: number[] = []
  let page = await open(browser, served)
  for (let i = 0; i < LOADS; i++) {
    drawn.push(await page.evaluate<number>('window.measured.drawn'))
    if (i === LOADS - 1) break
    await page.close()
    page = await open(browser, served)
  }
  const rate = await dragged(page)
  const used = await heap(page)
  await page.close()
  return [
    {
      what: `${what}: first drawn`,
      value: median(drawn),
      unit: 'ms',
      ...(drawnGoal ? { goal: drawnGoal } : {}),
    },
    {
      what: `${what}: drawn frames under a drag`,
      value: rate,
      unit: 'per s',
      ...(framesGoal ? { atLeast: framesGoal } : {}),
    },
    { what: `${what}: script memory`, value: used, unit: 'MB' },
  ]
}

async function clickFigure(browser: Browser, served: NetworkPage): Promise<Figure> {
  const drawing = testDrawing(CLICKS.nodes, CLICKS.edges)
  served.show(drawing)
  const page = await open(browser, served)
  const { width, height } = drawing.frame
  const zoom = Math.min((PANE.width - 12) / width, (PANE.height - 12) / height)
  for (let i = 0; i < 9; i++) {
    const { x, y } = drawing.nodes[i * 7] ?? { x: 0, y: 0 }
    const at = { x: PANE.width / 2 + (x - width / 2) * zoom, y: PANE.height / 2 + (y - height / 2) * zoom }
    await page.mouse.move(at.x, at.y)
    await page.waitForTimeout(300)
    await page.mouse.down()
    await page.mouse.up()
    await page.waitForTimeout(500)
  }
  const clicks = await page.evaluate<number[]>('window.measured.clicks')
  await page.close()
  if (clicks.length === 0) throw new Error('no click was answered')
  const what = `5,000 nodes, 20,000 edges: click to shown, median of ${clicks.length}`
  return { what, value: median(clicks), unit: 'ms', goal: CLICKS.goal }
}

export const networkDrawing: Benchmark = {
  name: 'network-drawing',
  about: `a network alone on a page of ${PANE.width} × ${PANE.height}; first drawn since navigation, median of ${LOADS}`,
  async run() {
    const served = await serveNetworkPage()
    const browser = await launchBrowser()
    try {
      console.log(`  GL: ${await glRenderer(browser)}`)
      const figures: Figure[] = [
        {
          what: 'ceiling of driver and browser, frames under a drag',
          value: await ceiling(browser),
          unit: 'per s',
        },
      ]
      for (const size of SIZES) figures.push(...(await sizeFigures(browser, served, size)))
      figures.push(await clickFigure(browser, served))
      return figures
    } finally {
      await browser.close()
      await served.close()
    }
  },
}
