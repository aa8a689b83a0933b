/**
 * Sends the screens. A page goes out as it becomes known: its head at once, then the frame, then, when the core has
 * answered, the first screen as markup and the first answers.
 */
import type { ServerResponse } from 'node:http'
import { appVersion } from '../core/app-info.ts'
import type { Core } from '../core/create-core.ts'
import { readAsset } from '../hosting/asset.ts'
import type { FirstAnswers } from '../shared/address/first-answers.ts'
import { firstAnswersElement } from '../shared/address/first-answers.ts'
import type { FirstCall } from '../shared/address/first-calls.ts'
import { firstCalls, queryOf } from '../shared/address/first-calls.ts'
import type { MethodName, OutputOf } from '../shared/contract/index.ts'
import { RANKING_SORTS } from '../shared/domain/ranking-sorts.ts'
import type * as Screen from './first-screen/index.ts'
import { aroundAnswers, aroundScreen, hasPlace, place } from './first-screen/page.ts'
import { headFor, visitorOf } from './first-screen/visitor.ts'
import { failure, sendResult } from './http.ts'

export interface ScreenOptions {
  core: Pick<Core, 'call'>
  screensDir: string
}

/** What this host says of itself. */
export function hostSays(): FirstAnswers['host'] {
  const known = (['darwin', 'win32', 'linux'] as const).find((each) => each === process.platform)
  return { kind: 'browser', platform: known ?? 'other', appVersion }
}

/** Answers a request for a file of the screens or for a view's page. */
export async function sendScreen(
  { core, screensDir }: ScreenOptions,
  { path, query }: { path: string; query: string },
  res: ServerResponse,
): Promise<void> {
  const asset = await readAsset(screensDir, path)
  if (asset.status === 403) return sendResult(res, failure('forbidden', 'this path leads outside the app'))
  if (asset.status === 404) return sendResult(res, failure('not-found', 'no such file'))
  const isPage = asset.headers['Content-Type']?.startsWith('text/html')
  res.writeHead(asset.status, {
    ...asset.headers,
    // A page's length is known when the core has answered: too late for its head.
    ...(isPage ? {} : { 'Content-Length': asset.body.length }),
  })
  if (res.req.method === 'HEAD') return void res.end()
  if (!isPage) return void res.end(asset.body)
  await sendPage(core, { page: Buffer.from(asset.body).toString(), path, query }, res)
}

async function sendPage(
  core: Pick<Core, 'call'>,
  { page, path, query }: { page: string; path: string; query: string },
  res: ServerResponse,
): Promise<void> {
  const asked = queryOf(new URLSearchParams(query))
  const calls = firstCalls(path, asked, RANKING_SORTS)
  const visitor = visitorOf(asked, res.req.headers)
  const isDrawn = hasPlace(page) && calls.some(({ name }) => name === 'rankings.list')
  const { head, end } = isDrawn ? aroundScreen(page) : aroundAnswers(page)
  res.write(headFor(head, visitor))
  const asking = answersTo(core, calls)
  const screen = isDrawn ? await loadScreen() : null
  if (screen) res.write(place.begin + screen.beginningOf(visitor))
  const answers = await asking
  if (screen)
    res.write((restFrom(answers, { query: asked, visitor }, screen) ?? screen.nothingMore) + place.end)
  else if (isDrawn) res.write(place.empty)
  res.end(firstAnswersElement({ host: hostSays(), answers }) + end)
}

/** Loaded beside the core's own work; a host that is only asked for other views never needs it. */
async function loadScreen(): Promise<typeof Screen | null> {
  try {
    return await import('./first-screen/index.ts')
  } catch (error) {
    return leftToPage(error)
  }
}

/** The page stands without a first screen. */
function leftToPage(error: unknown): null {
  console.error('the first screen was left to the page:', error)
  return null
}

type Answered = FirstAnswers['answers']

/** The first answers. What failed is left out, as a page without it still stands: it asks again and says what is wrong. */
async function answersTo(core: Pick<Core, 'call'>, calls: readonly FirstCall[]): Promise<Answered> {
  const answered = calls.map(async (call) => ({ ...call, result: await core.call(call.name, call.input) }))
  return (await Promise.allSettled(answered))
    .flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    .filter(({ result }) => result.ok)
}

/** The rest of the screen, where there are answers to draw it from. */
function restFrom(
  answers: Answered,
  asked: Pick<Screen.FirstScreen, 'query' | 'visitor'>,
  { restOf }: typeof Screen,
): string | null {
  const valueOf = <M extends MethodName>(name: M): OutputOf<M> | null => {
    const result = answers.find((each) => each.name === name)?.result
    return result?.ok ? (result.value as OutputOf<M>) : null
  }
  const detail = valueOf('datasets.show')
  const list = valueOf('rankings.list')
  try {
    return detail && list && restOf({ ...asked, detail, list })
  } catch (error) {
    return leftToPage(error)
  }
}
