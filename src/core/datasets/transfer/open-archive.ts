/** Reads the archive of a dataset: its list, and each entry against the sum that the list has of it. */
import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Entry, ZipFile } from 'yauzl'
import { openPromise } from 'yauzl'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ArchiveForm, ListedFile } from './archive-form.ts'
import { assertArchive, damaged, LIST_ENTRY, MARK_ENTRY } from './archive-form.ts'

/** Bytes of a list, or of one companion; what is larger was not written by this app. */
const MOST_BYTES = 64 << 20

/** Entries of an archive; more were not written by this app. */
const MOST_ENTRIES = 200_000

type Listed = { files: readonly ListedFile[] }

export interface Archive<C extends Listed = Listed> {
  file: string
  contents: C
  /** Bytes of an entry as they come; at the end it is damaged where they are not those of the list. */
  stream(name: string): AsyncGenerator<Buffer>
  /** A small entry whole. */
  bytes(name: string): Promise<Buffer>
  close(): void
}

/** A host may hand over one file in a folder of its own. @throws AppError file-unreadable where there is none or several. */
export function onlyFile(paths: readonly string[]): string {
  const [path = ''] = paths
  if (paths.length !== 1)
    throw unreadable(paths.map((each) => basename(each)).join(', '), 'one file is expected')
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return path
  const files = readdirSync(path, { withFileTypes: true, recursive: true }).filter((each) => each.isFile())
  const [only] = files
  if (files.length !== 1 || !only) throw unreadable(basename(path), 'one file is expected')
  return join(only.parentPath, only.name)
}

/** @throws AppError the form's `foreign`, archive-damaged, archive-newer, file-unreadable. */
export async function openArchive<C extends Listed>(path: string, form: ArchiveForm<C>): Promise<Archive<C>> {
  const file = basename(path)
  assertArchive(path, form)
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true }).catch((error: unknown) => {
    throw asFault(error, file, file)
  })
  try {
    const entries = new Map<string, Entry>()
    if (zip.entryCount > MOST_ENTRIES) throw damaged(file, file)
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) throw damaged(file, entry.fileName)
      entries.set(entry.fileName, entry)
    }
    const list = await wholeOf(zip, entries.get(LIST_ENTRY), file, LIST_ENTRY)
    const contents = form.parse(list.toString('utf8'), file)
    const known = new Set([MARK_ENTRY, LIST_ENTRY, ...contents.files.map(({ name }) => name)])
    const odd = [...entries.keys()].find((name) => !known.has(name))
    if (odd !== undefined) throw damaged(file, odd)
    return archiveOf(zip, entries, contents, file)
  } catch (error) {
    zip.close()
    throw asFault(error, file, file)
  }
}

function archiveOf<C extends Listed>(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  contents: C,
  file: string,
): Archive<C> {
  async function* stream(name: string): AsyncGenerator<Buffer> {
    const told = contents.files.find((each) => each.name === name)
    const entry = entries.get(name)
    if (!told || entry?.uncompressedSize !== told.bytes) throw damaged(file, name)
    const hash = createHash('sha256')
    try {
      const from: Readable = await zip.openReadStreamPromise(entry)
      for await (const chunk of from) {
        hash.update(chunk as Buffer)
        yield chunk as Buffer
      }
    } catch (error) {
      throw asFault(error, file, name)
    }
    if (hash.digest('hex') !== told.sha256) throw damaged(file, name)
  }
  return {
    file,
    contents,
    stream,
    async bytes(name) {
      if ((entries.get(name)?.uncompressedSize ?? 0) > MOST_BYTES) throw damaged(file, name)
      const parts: Buffer[] = []
      for await (const part of stream(name)) parts.push(part)
      return Buffer.concat(parts)
    },
    close: () => zip.close(),
  }
}

async function wholeOf(zip: ZipFile, entry: Entry | undefined, file: string, name: string): Promise<Buffer> {
  if (!entry || entry.uncompressedSize > MOST_BYTES) throw damaged(file, name)
  const parts: Buffer[] = []
  for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** Faults of the archive come as plain errors (yauzl) or as errors of zlib; those of the system pass. */
function asFault(error: unknown, file: string, part: string): unknown {
  if (!(error instanceof Error) || error instanceof AppError || error.name === 'AbortError') return error
  const { code = '' } = error as { code?: unknown }
  if (String(code).startsWith('Z_') || code === '') return damaged(file, part)
  return unreadable(file, String(code))
}

const unreadable = (file: string, reason: string) =>
  new AppError('file-unreadable', `${file}: ${reason}`, { values: { file, reason } })
