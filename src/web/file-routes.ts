/** The addresses under which a page hands files over: begin, parts, done, release. */
import type { IncomingMessage } from 'node:http'
import { AppError } from '../shared/contract/errors.ts'
import type { FileUploads } from './file-uploads.ts'
import { readJson } from './http.ts'

const PART = /^([\w-]{24})\/(\d{1,4})$/
const LIST_LIMIT = 4 << 20

/** Whether a path takes the bytes of a part, and no JSON. */
export const isFilePart = (path: string): boolean =>
  path.startsWith('/api/files/') && PART.test(path.slice('/api/files/'.length))

/**
 * Answers a POST to `/api/files/…`.
 * @param path what follows `/api/files/`
 * @throws AppError as `FileUploads` does; `not-found` for another path
 */
export async function answerFiles(
  files: FileUploads,
  path: string,
  query: URLSearchParams,
  req: IncomingMessage,
): Promise<unknown> {
  const [, upload = '', index = ''] = PART.exec(path) ?? []
  if (upload) return files.append({ upload, index: Number(index), from: Number(query.get('from')) }, req)
  const body = (await readJson(req, LIST_LIMIT)) as { upload?: unknown; token?: unknown } | null
  if (path === 'begin') return files.begin(body)
  if (path === 'done') return files.finish(typeof body?.upload === 'string' ? body.upload : '')
  if (path === 'release') {
    await files.release(body?.token)
    return null
  }
  throw new AppError('not-found', 'no such address')
}
