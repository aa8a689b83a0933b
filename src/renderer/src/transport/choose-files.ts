/** Files of any size from a browser to the loopback host: chosen or dropped, then sent in parts. */
import type { AppErrorData, Result } from '../../../shared/contract/errors.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { folderEmpty } from '../../../shared/contract/folder-empty.ts'
import type { ChosenFolder, DroppedFile, HandingOver, ToChoose } from '../../../shared/contract/host.ts'
import { handedOver, PLAN_MANIFEST } from '../../../shared/domain/plan-folder.ts'
import { pickFiles } from './files.ts'

/** The host takes parts of up to 64 MB; one of this size takes a fraction of a second. */
const PART = 32 << 20

export async function chooseFiles(
  what: ToChoose,
  told: HandingOver = () => true,
): Promise<ChosenFolder | null> {
  const chosen = await pickFiles(what === 'files' ? 'files' : 'folder')
  if (!chosen) return null
  const files = chosen.map((file) => ({ file, path: file.webkitRelativePath || file.name }))
  const [folder = ''] = files[0]?.path.split('/') ?? []
  // Told before anything is sent: a folder that is no plan's may be large.
  if (what === 'plan' && !files.some(({ path }) => path === `${folder}/${PLAN_MANIFEST}`))
    throw new AppError('scale-foreign', folder, { values: { folder } })
  return takeFiles(files, told)
}

/** Of folders only what can be read goes along; what was chosen or dropped by itself is judged by its content. */
export async function takeFiles(
  dropped: readonly DroppedFile[],
  told: HandingOver = () => true,
): Promise<ChosenFolder | null> {
  const files = handedOver(dropped)
  const folder = folderOf(dropped)
  if (files.length === 0) throw folderEmpty(folder)
  return send(folder, files, told)
}

/** The folder in which all lie that was chosen or dropped; empty where there is none, or more than one. */
function folderOf(dropped: readonly DroppedFile[]): string {
  const [folder = '', within] = dropped[0]?.path.split('/') ?? []
  return within !== undefined && dropped.every(({ path }) => path.startsWith(`${folder}/`)) ? folder : ''
}

export async function releaseFiles(token: string): Promise<void> {
  await post('release', { token })
}

async function send(
  folder: string,
  files: readonly DroppedFile[],
  told: HandingOver,
): Promise<ChosenFolder | null> {
  // The folder's own name is not repeated inside it.
  const within = (path: string) =>
    folder && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path
  const list = files.map(({ path, file }) => ({ name: within(path), bytes: file.size }))
  const { upload } = (await post('begin', { folder, files: list })) as { upload: string }
  const total = files.reduce((sum, { file }) => sum + file.size, 0)
  let sent = 0
  try {
    for (const [index, { file }] of files.entries()) {
      for (let from = 0; from < file.size; from += PART) {
        const part = file.slice(from, from + PART) as Blob
        await ask(`${upload}/${index}?from=${from}`, 'application/octet-stream', part)
        sent += part.size
        if (told(sent, total)) continue
        await releaseFiles(upload)
        return null
      }
    }
    return (await post('done', { upload })) as ChosenFolder
  } catch (reason) {
    await releaseFiles(upload).catch(() => undefined)
    throw reason
  }
}

const post = (path: string, body: unknown) => ask(path, 'application/json', JSON.stringify(body))

async function ask(path: string, type: string, body: Blob | string): Promise<unknown> {
  const answer = await fetch(`/api/files/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': type },
    body,
  })
  const result = (await answer.json()) as Result<unknown>
  if (!result.ok) throw AppError.fromData(result.error as AppErrorData)
  return result.value
}
