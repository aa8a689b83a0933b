/** Backups that this app never makes: every sum is right, what they say is not. */
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { MARK } from '../../src/core/datasets/backup/backup-file.ts'
import { LIST_ENTRY, listText, MARK_ENTRY } from '../../src/core/datasets/transfer/archive-form.ts'
import { ZipWriter } from '../../src/core/datasets/transfer/zip-writer.ts'

interface Given {
  form?: number
  files?: Record<string, string | Buffer>
  /** Entries of which the list says nothing. */
  unlisted?: Record<string, string>
  /** Bytes that the list tells of a file, in place of those it has. */
  told?: Record<string, number>
  datasets?: object[]
  /** The whole list, in place of a sound one. */
  list?: string
}

export function zipOf(
  path: string,
  { form = 1, files = {}, unlisted = {}, told = {}, datasets = [], list }: Given,
): void {
  rmSync(path, { force: true })
  const zip = new ZipWriter(path)
  zip.add(MARK_ENTRY, Buffer.from(MARK))
  for (const [name, bytes] of [...Object.entries(files), ...Object.entries(unlisted)])
    zip.add(name, Buffer.from(bytes))
  const sum = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')
  const contents = {
    app: 'Science Cities',
    form,
    appVersion: '9.9.9',
    made: '2025-01-01T00:00:00.000Z',
    datasets,
    leftOut: [],
    files: Object.entries(files).map(([name, bytes]) => ({
      name,
      bytes: told[name] ?? Buffer.from(bytes).length,
      sha256: sum(bytes),
    })),
  }
  zip.add(LIST_ENTRY, Buffer.from(list === undefined ? listText(contents) : `${list}\n${sum(list)}\n`))
  zip.finish()
}
