/**
 * Large files that a page hands over in parts: each is written to a private folder as it arrives, so that memory
 * holds a part of a part. A part that breaks off is sent again from its beginning.
 */
import { randomBytes } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { mkdir, open, rm, statfs } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { dirname, join } from 'node:path'
import { newTemporaryFolder } from '../core/datasets/temporary.ts'
import { AppError } from '../shared/contract/errors.ts'
import type { ChosenFolder } from '../shared/contract/host.ts'
import type { FileUploadInput } from './upload-input.ts'
import type { Grants } from './uploads.ts'
import { assertApart, plainName } from './uploads.ts'

/** Uploads at one time, ended or left half-way: the oldest goes for another. */
export const MOST_UPLOADS = 64

/** A part is small enough to arrive within the time that the host gives a request. */
export const PART_LIMIT = 64 << 20

export interface FileUploads {
  /**
   * @param body - `{ folder, files: [{ name, bytes }] }`, names with the folders they lie in
   * @throws AppError `input-invalid` for a wrong shape or two files of one name, `disk-full` where they do not fit
   */
  begin(body: unknown): Promise<{ upload: string }>
  /** Writes the next part of a file, which begins where the last one ended. @throws AppError `input-invalid`, `body-too-large`, `disk-full`, `cancelled` */
  append(part: { upload: string; index: number; from: number }, body: IncomingMessage): Promise<null>
  /** Grants the files to the core. @throws AppError `input-invalid` where one is not whole */
  finish(upload: string): Promise<ChosenFolder>
  /** Removes an upload's files, by its id or its token; what is not known is gone already. */
  release(idOrToken: unknown): Promise<void>
  /** Removes everything. */
  close(): Promise<void>
}

interface Upload {
  root: string
  folder: string
  /** Else files alone, each by itself. */
  isFolder: boolean
  name: string
  files: { name: string; path: string; bytes: number; written: number; busy: boolean }[]
  token: string | null
}

export function createFileUploads(core: Grants): FileUploads {
  const uploads = new Map<string, Upload>()
  const known = (id: string): Upload => {
    const upload = uploads.get(id)
    if (!upload) throw new AppError('file-token-unknown', 'no such upload')
    return upload
  }
  /** A page that was left takes its uploads with it, and tells nobody. */
  async function dropOldest(): Promise<void> {
    while (uploads.size > MOST_UPLOADS) {
      const [oldest] = uploads
      if (!oldest) return
      uploads.delete(oldest[0])
      await rm(oldest[1].root, { recursive: true, force: true })
    }
  }
  return {
    async begin(body) {
      const { fileUploadInput } = await import('./upload-input.ts')
      const parsed = fileUploadInput.safeParse(body)
      if (!parsed.success) throw new AppError('input-invalid', 'files with name and bytes are expected')
      const id = randomBytes(18).toString('base64url')
      uploads.set(id, await prepare(parsed.data, core.dataDir))
      await dropOldest()
      return { upload: id }
    },
    async append({ upload, index, from }, body) {
      const file = known(upload).files[index]
      if (!file || file.busy || from !== file.written) {
        throw new AppError('input-invalid', 'a part that is not the next one')
      }
      file.busy = true
      try {
        file.written = await write(file.path, from, Math.min(from + PART_LIMIT, file.bytes), body)
      } finally {
        file.busy = false
      }
      return null
    },
    async finish(id) {
      const upload = known(id)
      const short = upload.files.find(({ bytes, written }) => bytes !== written)
      if (short) throw new AppError('input-invalid', `${short.name} is not whole`)
      const { token } = await (upload.isFolder
        ? core.grantFolder(upload.folder)
        : // By name, as the files of a folder: a browser hands them over in any order.
          core.grantFiles(upload.files.map(({ path }) => path).sort()))
      upload.token = token
      return { token, name: upload.name, files: upload.files.map(({ name }) => name) }
    },
    async release(idOrToken) {
      for (const [id, { root, token }] of uploads) {
        if (id !== idOrToken && token !== idOrToken) continue
        uploads.delete(id)
        await rm(root, { recursive: true, force: true })
      }
    },
    async close() {
      const roots = [...uploads.values()].map(({ root }) => root)
      uploads.clear()
      await Promise.all(roots.map((root) => rm(root, { recursive: true, force: true })))
    },
  }
}

async function prepare({ folder, files }: FileUploadInput, dataDir: string): Promise<Upload> {
  const names = files.map(({ name }) => innerPath(name))
  assertApart(names)
  const root = newTemporaryFolder(dataDir)
  const isFolder = plainName(folder) !== '' || names.some((each) => each.includes('/'))
  const name = plainName(folder) || names.join(', ').slice(0, 200)
  const inside = join(root, plainName(folder) || 'files')
  const upload: Upload = { root, folder: inside, isFolder, name, files: [], token: null }
  try {
    await mustFit(
      files.reduce((sum, { bytes }) => sum + bytes, 0),
      root,
    )
    for (const [at, file] of names.entries()) {
      const path = join(inside, file)
      await mkdir(dirname(path), { recursive: true })
      await (await open(path, 'wx', 0o600)).close()
      upload.files.push({ name: file, path, bytes: files[at]?.bytes ?? 0, written: 0, busy: false })
    }
    return upload
  } catch (error) {
    await rm(root, { recursive: true, force: true })
    throw explained(error)
  }
}

/** A path whose every part is a plain name: it cannot lead out of its folder. */
function innerPath(path: string): string {
  const parts = path
    .split(/[/\\]/)
    .map(plainName)
    .filter((part) => part !== '')
  if (parts.length === 0) throw new AppError('input-invalid', 'a file without a name')
  return parts.slice(-8).join('/')
}

async function mustFit(bytes: number, folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bytes > bavail * bsize)
    throw new AppError('disk-full', `${bytes} bytes do not fit into the data folder`)
}

/** @returns where the part ended */
async function write(path: string, from: number, most: number, body: IncomingMessage): Promise<number> {
  if (from + Number(body.headers['content-length'] ?? 0) > most) throw tooLarge()
  const handle = await open(path, 'r+')
  let at = from
  try {
    // A refused sender is to read the answer: the request is not destroyed.
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      if (at + chunk.length > most) throw tooLarge()
      await writeAll(handle, chunk, at)
      at += chunk.length
    }
  } catch (error) {
    throw explained(error)
  } finally {
    await handle.close()
  }
  return at
}

async function writeAll(handle: FileHandle, chunk: Buffer, at: number): Promise<void> {
  for (let done = 0; done < chunk.length;) {
    done += (await handle.write(chunk, done, chunk.length - done, at + done)).bytesWritten
  }
}

const tooLarge = () => new AppError('body-too-large', 'more bytes than the file has, or than a part may have')

function explained(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('disk-full', 'no space for the files')
  if (code === 'ECONNRESET' || code === 'ABORT_ERR' || code === 'ERR_STREAM_PREMATURE_CLOSE') {
    return new AppError('cancelled', 'the request was broken off')
  }
  return error
}
