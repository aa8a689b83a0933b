import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Core } from '../../core/create-core.ts'
import type { AskedPage } from './index.ts'
import { pageParts } from './index.ts'
import { aroundAnswers, aroundScreen, place } from './page.ts'
import { headFor, visitorOf } from './visitor.ts'

const SCRIPT = '<script type="module" async crossorigin src="/assets/a.js"></script>'
const PAGE = `<head>${SCRIPT}</head><body><div id="app"></div></body>`
const visitor = { language: 'en', theme: 'light', isApple: false } as const

let root: string
beforeEach(async () => void (root = await mkdtemp(join(tmpdir(), 'science-cities-test-'))))
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(root, { recursive: true, force: true })
})

/** Puts a drawer where the host looks for it. */
async function withDrawer(rest: string): Promise<void> {
  await mkdir(join(root, 'first-screen'))
  const code = `export const beginningOf = async () => '<nav>'
    export const nothingMore = '</nav>'
    export const restOf = async ({ answers }, beginning) => ${rest}`
  await writeFile(join(root, 'first-screen', 'first-screen.js'), code)
}
const core: Pick<Core, 'call'> = {
  call: async (name) => ({ ok: true, value: name }),
}
async function partsOf(asked: Partial<AskedPage> = {}, of: Pick<Core, 'call'> = core): Promise<string[]> {
  const source = { core: of, screensDir: join(root, 'renderer') }
  const parts: string[] = []
  for await (const part of pageParts(source, {
    page: PAGE,
    path: '/',
    query: {},
    visitor,
    host: null,
    ...asked,
  }))
    parts.push(part)
  return parts
}

it('head, frame, rows and script go out in this order, the rows by the answers', async () => {
  await withDrawer('`after ${beginning}: ${answers.map(({ name }) => name)}`')
  // A core that takes longer than the drawing of the frame.
  const slow: Pick<Core, 'call'> = {
    call: async (name) => {
      await new Promise((resolve) => setTimeout(resolve, 100))
      return { ok: true, value: name }
    },
  }
  expect(await partsOf({}, slow)).toEqual([
    '<head></head><body>',
    '<div id="app" data-first-screen><nav>',
    'after <nav>: datasets.show,datasets.list,rankings.list</div>',
    `${SCRIPT}</body>`,
  ])
})

it('no frame is drawn for rows that are there already', async () => {
  await withDrawer('`after ${beginning}: ${answers.length}`')
  expect(await partsOf()).toEqual([
    '<head></head><body>',
    '<div id="app" data-first-screen>after null: 3</div>',
    `${SCRIPT}</body>`,
  ])
})

it('a later start finds the frame and the rows kept, until an answer or the drawer changes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  await withDrawer('`after ${beginning}: ${answers.length}`')
  const file = join(root, 'first-screen', 'first-screen.js')
  const mtime = new Date('2026-01-01')
  await utimes(file, mtime, mtime)
  const dataDir = join(root, 'data')
  const keeping = { ...core, dataDir }
  const drawn = '<div id="app" data-first-screen>after null: 3</div>'
  expect((await partsOf({}, keeping))[1]).toBe(drawn)
  expect((await partsOf({}, keeping))[1]).toBe(drawn)
  await vi.runAllTimersAsync()
  vi.useRealTimers()
  const whole = ['<div id="app" data-first-screen><nav>', 'after <nav>: 3</div>']
  await vi.waitFor(async () => expect((await partsOf({}, keeping)).slice(1, 3)).toEqual(whole))
  // Nothing is drawn for it: what draws may even be broken.
  const code = await readFile(file, 'utf8')
  await writeFile(file, code.replace(/./gs, ' '))
  await utimes(file, mtime, mtime)
  expect((await partsOf({}, keeping)).slice(1, 3)).toEqual(whole)
  // Other answers are not those that the kept rows show; another drawer draws its own.
  await writeFile(file, code)
  await utimes(file, mtime, mtime)
  const fewer = {
    dataDir,
    call: async (name: string) => ({ ok: name !== 'datasets.list', value: name }) as never,
  }
  expect((await partsOf({}, fewer)).slice(1, 3)).toEqual([whole[0], 'after <nav>: 2</div>'])
  await utimes(file, new Date(), new Date())
  expect((await partsOf({}, keeping))[1]).toBe('<div id="app" data-first-screen>after null: 3</div>')
})

it('a folder that cannot be written keeps nothing, and the page stands', async () => {
  await withDrawer("'rows'")
  await writeFile(join(root, 'data'), 'a file')
  const keeping = { ...core, dataDir: join(root, 'data') }
  expect((await partsOf({}, keeping))[1]).toBe('<div id="app" data-first-screen>rows</div>')
})

it('the answers travel along where the page takes them from there', async () => {
  await withDrawer("'</nav>'")
  const host = { kind: 'browser', platform: 'linux', appVersion: '1' } as const
  const [element] = (await partsOf({ host })).slice(-1)
  expect(element).toMatch(
    /^<script type="application\/json" id="first-answers">.*"rankings\.list".*<\/script><script/,
  )
})

it('what failed is left out of what the rows are drawn from', async () => {
  await withDrawer('`${answers.map(({ name }) => name)}`')
  const failing: Pick<Core, 'call'> = {
    call: async (name) => {
      if (name === 'datasets.list') throw new Error('out of order')
      const error = { code: 'not-found', message: '', details: {} } as const
      return name === 'rankings.list' ? { ok: false, error } : { ok: true, value: 1 }
    },
  }
  expect((await partsOf({}, failing))[1]).toBe('<div id="app" data-first-screen>datasets.show</div>')
})

it('a screen that cannot be drawn is left to the page, which stands', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  expect((await partsOf()).join('')).toBe(`<head></head><body><div id="app"></div>${SCRIPT}</body>`)
  expect(said).toHaveBeenCalledTimes(1)
})

it('so are rows that cannot be drawn: the frame that stands is closed, else the place is empty', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  await withDrawer("Promise.reject(new Error('no'))")
  expect((await partsOf())[1]).toBe('<div id="app"></div>')
  const slow: Pick<Core, 'call'> = {
    call: () => new Promise((resolve) => setTimeout(() => resolve({ ok: true, value: 1 }), 100)),
  }
  expect((await partsOf({}, slow)).slice(1, 3).join('')).toBe(
    '<div id="app" data-first-screen><nav></nav></div>',
  )
  expect(said).toHaveBeenCalledTimes(2)
})

it('the page of another view goes out with its script first', async () => {
  expect(await partsOf({ path: '/method' })).toEqual([PAGE.replace('</body>', ''), '</body>'])
})

it('speaks the language of the address, else of the browser', () => {
  expect(visitorOf({}, { 'accept-language': 'zh-CN,zh;q=0.9' }).language).toBe('zh')
  expect(visitorOf({ lang: 'en' }, { 'accept-language': 'zh-CN' }).language).toBe('en')
  expect(visitorOf({}, { 'accept-language': 'de' })).toEqual(visitor)
  const head = headFor('<html lang="en" data-theme="light">', visitorOf({ lang: 'zh', theme: 'dark' }, {}))
  expect(head).toBe('<html lang="zh-Hans" data-theme="dark">')
})

it('puts the screen before the script that takes its place; every part of the page goes out once', () => {
  const { head, end } = aroundScreen(PAGE)
  expect([head, end]).toEqual(['<head></head><body>', `${SCRIPT}</body>`])
  expect(`${place.begin}$&${place.end}`).toBe('<div id="app" data-first-screen>$&</div>')
  expect(Object.values(aroundAnswers(PAGE)).join('')).toBe(PAGE)
  expect(aroundAnswers('no end')).toEqual({ head: 'no end', end: '' })
})
