/** A file of ours that is dropped anywhere on the app opens the view that made it; anything else is to be imported. */
import { onMounted, onUnmounted, shallowRef } from 'vue'
import { useRouter } from 'vue-router'
import { OUR_FILES } from '../../../shared/domain/file-formats.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { OpenedFile } from '../../../shared/contract/files.ts'
import type { DroppedFile } from '../../../shared/contract/host.ts'
import { READABLE_FILES } from '../../../shared/contract/host.ts'
import { useClient, useHost, useRelease } from '../transport/useClient.ts'
import { droppedFiles } from '../transport/dropped.ts'
import { listenForDrops } from '../transport/drops.ts'
import { toAppError } from './loader.ts'

/** What is told of the file that was dropped last; null where nothing is to be said. */
export type ReopenNote =
  | { type: 'reading'; file: string }
  /** Opened, from data of another version than the file's. */
  | { type: 'other-version'; opened: OpenedFile }
  | { type: 'missing'; opened: OpenedFile }
  | { type: 'no-view'; opened: OpenedFile }
  | { type: 'failed'; error: AppError }

/** Larger than any file that the app writes: not asked whether it is ours. */
const MOST_BYTES = 512 << 20
const mayBeOurs = ({ path, file }: DroppedFile) =>
  !path.includes('/') && file.size > 0 && file.size <= MOST_BYTES && OUR_FILES.test(path)

type Dropped = DroppedFile[] | Promise<DroppedFile[]>

/** @param toImport takes what this app did not make: other files, several at once, folders */
export function useReopen(toImport: (dropped: Dropped) => void) {
  const [router, client, host, release] = [useRouter(), useClient(), useHost(), useRelease()]
  const note = shallowRef<ReopenNote | null>(null)

  async function open(dropped: DroppedFile): Promise<void> {
    const file = dropped.path
    note.value = { type: 'reading', file }
    try {
      const taken = await (await host).takeFiles?.([dropped])
      if (!taken) return void (note.value = null)
      const opened = await client
        .call('files.open', { file: taken.token })
        .finally(() => release(taken.token))
      note.value = noteOf(opened)
      if (opened.view !== null) await router.push(opened.view)
    } catch (reason) {
      const error = toAppError(reason)
      // What is not ours may be data; a picture or a presentation is none.
      const isData = error.code === 'file-not-ours' && READABLE_FILES.test(file)
      note.value = isData ? null : { type: 'failed', error }
      if (isData) toImport([dropped])
    }
  }

  async function sort(dropped: Promise<DroppedFile[]>): Promise<void> {
    const given = await dropped.catch(() => null)
    const [first] = given ?? []
    if (given?.length === 1 && first && mayBeOurs(first)) return open(first)
    // A folder without a file is told where imports are.
    if (given === null || first) toImport(given ?? dropped)
  }

  let deafen = () => {}
  // What takes files itself, as the import does, has prevented the default by then.
  onMounted(() => (deafen = listenForDrops((data) => void sort(droppedFiles(data)))))
  onUnmounted(() => deafen())
  return { note, open, dismiss: () => (note.value = null) }
}

function noteOf(opened: OpenedFile): ReopenNote | null {
  if (opened.at === null) return { type: 'missing', opened }
  if (opened.view === null) return { type: 'no-view', opened }
  return opened.sameVersion ? null : { type: 'other-version', opened }
}
