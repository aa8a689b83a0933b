/** Scrolling 2,000 rows against an empty page of the same height in the same run, and the longest task meanwhile. */
import type { Browser, Page } from '@playwright/test'
import type { Figure } from '../benchmark.ts'
import { median } from '../benchmark.ts'

const ROWS = 2000
const ROW = 26
const SECONDS = 4
const TURNS = 3

/** What the page counts while it is scrolled; as text, as this file is checked without the page's types. */
const COUNT = `{
  // Whoever waits for a view's last change would be told of each that a scroll makes.
  window.benchState?.observer.disconnect()
  window.frames_ = 0
  const count = () => { window.frames_++; requestAnimationFrame(count) }
  requestAnimationFrame(count)
}`

export async function emptyPage(
  browser: Browser,
  viewport: { width: number; height: number },
): Promise<Page> {
  const page = await browser.newPage({ viewport })
  await page.setContent(
    `<div id="scroller" style="position:fixed;inset:0;overflow:auto"><div style="height:${ROWS * ROW * 2}px"></div></div>`,
  )
  await page.evaluate(COUNT)
  return page
}

export const startCounting = (page: Page): Promise<unknown> => page.evaluate(COUNT)

interface Scrolled {
  /** Frames a second. */
  frames: number
  /** px that the element moved. */
  moved: number
}

/** Turns the wheel over the middle of an element for some seconds. */
async function scroll(page: Page, selector: string): Promise<Scrolled> {
  const box = await page.locator(selector).boundingBox()
  if (!box) throw new Error(`${selector} is not on the page`)
  const place = () => page.evaluate<number>(`document.querySelector(${JSON.stringify(selector)}).scrollTop`)
  await page.evaluate(`document.querySelector(${JSON.stringify(selector)}).scrollTop = 0`)
  await page.waitForTimeout(300)
  const session = await page.context().newCDPSession(page)
  const before = await page.evaluate<number>('frames_')
  const start = performance.now()
  await session.send('Input.synthesizeScrollGesture', {
    x: Math.round(box.x + box.width / 2),
    y: Math.round(box.y + box.height / 2),
    yDistance: -ROWS * ROW,
    speed: (ROWS * ROW) / SECONDS,
    gestureSourceType: 'mouse',
  })
  const frames = (await page.evaluate<number>('frames_')) - before
  const seconds = (performance.now() - start) / 1000
  await session.detach()
  return { frames: frames / seconds, moved: await place() }
}

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  dur?: number
  tdur?: number
  args?: { name?: string }
}

/** ms of processor time of the longest tasks of the page's main thread, longest first. */
function longestTasks(trace: Buffer, pid: number | null): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map((event) => `${event.pid}/${event.tid}`),
  )
  return traceEvents
    .filter(({ name, ph }) => ph === 'X' && /RunTask$/.test(name))
    .filter((event) => mains.has(`${event.pid}/${event.tid}`) && (pid === null || event.pid === pid))
    .map(({ dur = 0, tdur }) => (tdur ?? dur) / 1000)
    .sort((a, b) => b - a)
}

/** @param selector what scrolls on the view's page */
export async function scrollFigures(
  browser: Browser,
  page: Page,
  empty: Page,
  selector: string,
): Promise<Figure[]> {
  const ratios: number[] = []
  const floors: number[] = []
  const tasks: number[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    await empty.bringToFront()
    const floor = await scroll(empty, '#scroller')
    await page.bringToFront()
    const ours = await scroll(page, selector)
    if (ours.moved < ROWS * ROW * 0.9) throw new Error(`only ${ours.moved} px of ${ROWS * ROW} were scrolled`)
    floors.push(floor.frames)
    ratios.push(ours.frames / floor.frames)
    // A trace takes time of its own, so its turn is another.
    await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'blink.user_timing'] })
    await scroll(page, selector)
    tasks.push(...longestTasks(await browser.stopTracing(), null))
  }
  tasks.sort((a, b) => b - a)
  const past = tasks.filter((task) => task > 16)
  return [
    { what: `scrolling ${ROWS} rows: frames of an empty page`, value: median(floors), unit: 'per s' },
    { what: `scrolling ${ROWS} rows: frames / those`, value: median(ratios), unit: 'ratio', atLeast: 0.9 },
    {
      what: `scrolling ${ROWS} rows: longest task, processor time (past 16 ms: ${past.length} of ${tasks.length})`,
      value: tasks[0] ?? NaN,
      unit: 'ms',
      goal: 16,
    },
  ]
}
