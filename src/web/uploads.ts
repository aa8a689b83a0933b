/** Files that a page hands over: written into a private folder, which the core is then allowed to read. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { newTemporaryFolder } from '../core/datasets/temporary.ts'
import { AppError } from '../shared/contract/errors.ts'
import { isDeviceName } from '../shared/domain/device-names.ts'
import type { ChosenFolder } from '../shared/contract/host.ts'

/** How the core is given files: whole folders as such, single files as single files, as the desktop gives them. */
export interface Grants {
  dataDir: string
  grantFolder(path: string): Promise<ChosenFolder>
  grantFiles(paths: readonly string[]): Promise<ChosenFolder>
}

export interface Uploads {
  /**
   * @param body - `{ folder, files: [{ name, base64 }] }`; only `.csv` and `.json` files are kept; a name may have
   * one folder before it (`context/series.csv`), as deep as the core reads
   * @throws AppError `input-invalid` where the shape is wrong, no file is left, or two files have one name
   */
  take(body: unknown): Promise<ChosenFolder>
  /** Removes every folder that was written. */
  close(): Promise<void>
}

/** Hand-overs that are kept, should an import be tried again: the oldest goes for another. */
export const MOST_TAKEN = 32

export function createUploads(core: Pick<Grants, 'dataDir' | 'grantFolder'>): Uploads {
  let root: string | null = null // one folder a run, readable by this user alone
  let taken = 0
  return {
    async take(body) {
      const { uploadInput } = await import('./upload-input.ts')
      const parsed = uploadInput.safeParse(body)
      if (!parsed.success)
        throw new AppError('input-invalid', 'folder and files with name and base64 are expected')
      const files = named(parsed.data.files)
      root ??= newTemporaryFolder(core.dataDir)
      const number = ++taken
      await rm(join(root, String(number - MOST_TAKEN)), { recursive: true, force: true })
      const folder = join(root, String(number), plainName(parsed.data.folder) || 'upload')
      await mkdir(folder, { recursive: true })
      for (const [name, base64] of files) {
        await mkdir(dirname(join(folder, name)), { recursive: true })
        await writeFile(join(folder, name), Buffer.from(base64, 'base64'), { flag: 'wx', mode: 0o600 })
      }
      return core.grantFolder(folder)
    },
    async close() {
      if (root) await rm(root, { recursive: true, force: true })
    },
  }
}

function named(files: { name: string; base64: string }[]): Map<string, string> {
  const result = new Map<string, string>()
  const names: string[] = []
  for (const file of files) {
    const name = innerName(file.name)
    if (!/.\.(csv|json)$/i.test(name)) continue
    names.push(name)
    result.set(name, file.base64)
  }
  assertApart(names)
  if (result.size === 0) throw new AppError('input-invalid', 'no .csv or .json file among the files')
  return result
}

/** @throws AppError `input-invalid` where two files, or a file and a folder, have one name */
export function assertApart(names: readonly string[]): void {
  const files = new Set<string>()
  const folders = new Set<string>()
  for (const given of names) {
    const name = given.toLowerCase() // some file systems do not tell upper case from lower
    if (files.has(name)) throw new AppError('input-invalid', `two files are named ${given}`)
    files.add(name)
    for (let at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1)) folders.add(name.slice(0, at))
  }
  const both = [...files].find((name) => folders.has(name))
  if (both !== undefined) throw new AppError('input-invalid', `${both} is a file and a folder`)
}

/** `folder/file` where that is all there is and the folder's name is plain; else the file's name alone. */
function innerName(path: string): string {
  const name = plainName(path)
  const [folder = '', ...rest] = path.split(/[/\\]/)
  return name && rest.length === 1 && folder && plainName(folder) === folder ? `${folder}/${name}` : name
}

/** The last part of a path, without what a file system could read as a command: never a folder, a device or a hidden file. */
export function plainName(path: string): string {
  const last = path.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    // eslint-disable-next-line no-control-regex -- control characters are what is meant
    .replace(/[\u0000-\u001f\u007f-\u009f<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const safe = isDeviceName(plain) ? `_${plain}` : plain
  return shorten(safe)
}

/** At most 200 bytes of UTF-8, the ending kept: file systems allow 255. */
function shorten(name: string): string {
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 && name.length - dot <= 10 ? name.slice(dot) : ''
  let stem = [...name.slice(0, name.length - ending.length)]
  while (Buffer.byteLength(stem.join('') + ending) > 200) stem = stem.slice(0, -1)
  return stem.join('') + ending
}
