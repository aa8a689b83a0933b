/** Sends the screens: files as they are, pages as they become known. */
import type { ServerResponse } from 'node:http'
import { appVersion } from '../core/app-info.ts'
import { readAsset } from '../hosting/asset.ts'
import type { PageSource } from '../hosting/first-page/index.ts'
import { pageParts } from '../hosting/first-page/index.ts'
import { visitorOf } from '../hosting/first-page/visitor.ts'
import type { FirstAnswers } from '../shared/address/first-answers.ts'
import { queryOf } from '../shared/address/first-calls.ts'
import { failure, sendResult } from './http.ts'

/** What this host says of itself. */
export function hostSays(): FirstAnswers['host'] {
  const known = (['darwin', 'win32', 'linux'] as const).find((each) => each === process.platform)
  return { kind: 'browser', platform: known ?? 'other', appVersion }
}

/** Answers a request for a file of the screens or for a view's page. */
export async function sendScreen(
  source: PageSource,
  { path, query }: { path: string; query: string },
  res: ServerResponse,
): Promise<void> {
  const asset = await readAsset(source.screensDir, path)
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
  const asked = queryOf(new URLSearchParams(query))
  const page = Buffer.from(asset.body).toString()
  const visitor = visitorOf(asked, res.req.headers)
  for await (const part of pageParts(source, { page, path, query: asked, visitor, host: hostSays() }))
    res.write(part)
  res.end()
}
