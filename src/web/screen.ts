/** Sends the screens. A page goes out in two parts: its head at once, then the first answers when the core has them. */
import type { ServerResponse } from 'node:http'
import { appVersion } from '../core/app-info.ts'
import type { Core } from '../core/create-core.ts'
import { readAsset } from '../core/screens/asset.ts'
import type { FirstAnswers } from '../shared/address/first-answers.ts'
import { firstAnswersElement } from '../shared/address/first-answers.ts'
import { firstCalls } from '../shared/address/first-calls.ts'
import { RANKING_SORTS } from '../shared/domain/ranking-sorts.ts'
import { failure, sendResult } from './http.ts'

const END = '</body>'

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
  const [head = '', tail = ''] = Buffer.from(asset.body)
    .toString()
    .split(new RegExp(`(?=${END})`))
  res.write(head)
  res.end((await answersFor(core, path, query)) + tail)
}

/**
 * The element with the first answers. What failed is left out, as a page without it still stands: it asks again
 * and says what is wrong.
 */
async function answersFor(core: Pick<Core, 'call'>, path: string, query: string): Promise<string> {
  const answered = firstCalls(path, new URLSearchParams(query), RANKING_SORTS).map(async (call) => ({
    ...call,
    result: await core.call(call.name, call.input),
  }))
  const answers = (await Promise.allSettled(answered))
    .flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    .filter(({ result }) => result.ok)
  return firstAnswersElement({ host: hostSays(), answers })
}
