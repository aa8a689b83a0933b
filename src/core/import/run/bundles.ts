/**
 * Folders of many small files, one work each, as OpenAlex's own downloader writes them: their files are known, listed
 * and read together, as a hundred thousand of them would each cost more than they hold.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { basename, dirname, extname } from 'node:path'
import type { DetectedFile } from '../kinds/kind.ts'
import { unpacked } from '../text/small-file.ts'

/** Fewer files than these are listed one by one. */
const LEAST_FILES = 200
/** A file that is larger is read by itself. */
const MOST_BYTES = 1 << 20
const MARK = '"authorships"'

/** What one folder holds of one extension, where those are many small files of works; the others are given back. */
export function bundlesOf(paths: readonly string[]): { bundles: DetectedFile[]; singles: string[] } {
  const bundles: DetectedFile[] = []
  const bundled = new Set<string>()
  const groups = Map.groupBy(paths, (path) => `${dirname(path)}\0${extname(path).toLowerCase()}`)
  for (const group of groups.values()) {
    if (group.length < LEAST_FILES) continue
    const members: string[] = []
    let bytes = 0
    for (const path of group) {
      const size = sizeOfWork(path)
      if (size === 0) continue
      members.push(path)
      bytes += size
    }
    if (members.length < LEAST_FILES) continue
    bundles.push(bundleOf(members, bytes))
    for (const path of members) bundled.add(path)
  }
  return { bundles, singles: paths.filter((path) => !bundled.has(path)) }
}

function bundleOf(members: string[], bytes: number): DetectedFile {
  const first = members[0] as string
  const pattern = `*${extname(first)}`
  const folder = dirname(first)
  return {
    path: `${folder}/${pattern}`,
    file: `${basename(folder)}/${pattern} (${members.length})`,
    bytes,
    packing: 'none',
    streamed: false,
    kind: 'works',
    layout: 'object',
    sample: [],
    sampledBytes: 0,
    members,
  }
}

/** Bytes of a small file of works; 0 for any other file, which is then looked at as every file is. */
function sizeOfWork(path: string): number {
  try {
    const content = smallFile(path)
    return content !== null && holdsWork(content) ? content.length : 0
  } catch {
    return 0 // told by those who read it alone
  }
}

function holdsWork(content: Buffer): boolean {
  const text = unpacked(content)
  const first = /[^\s\uFEFF]/.exec(text.toString('utf8', 0, 64))?.[0]
  return (first === '{' || first === '[') && text.includes(MARK)
}

function smallFile(path: string): Buffer | null {
  const fd = openSync(path, 'r')
  try {
    const { size } = fstatSync(fd)
    if (size === 0 || size > MOST_BYTES) return null
    const content = Buffer.allocUnsafe(size)
    return readSync(fd, content, 0, size, 0) === size ? content : null
  } finally {
    closeSync(fd)
  }
}
