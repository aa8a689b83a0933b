/** A file of ours that is dropped anywhere on the app opens the view that made it. */
import { onMounted, onUnmounted, shallowRef } from 'vue'
import { useRouter } from 'vue-router'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { OpenedFile } from '../../../shared/contract/files.ts'
import type { DroppedFile } from '../../../shared/contract/host.ts'
import { useClient, useHost } from '../transport/useClient.ts'
import { toAppError } from './loader.ts'

/** What is told of the file that was dropped last; null where nothing is to be said. */
export type ReopenNote =
  | { type: 'reading'; file: string }
  /** Opened, from data of another version than the file's. */
  | { type: 'other-version'; opened: OpenedFile }
  | { type: 'missing'; opened: OpenedFile }
  | { type: 'no-view'; opened: OpenedFile }
  | { type: 'failed'; error: AppError }

/** Larger than any file that the app writes: not even sent to the host. */
const MOST_BYTES = 512 << 20

export function useReopen() {
  const [router, client, host] = [useRouter(), useClient(), useHost()]
  const note = shallowRef<ReopenNote | null>(null)

  async function open(dropped: DroppedFile): Promise<void> {
    const file = dropped.path
    note.value = { type: 'reading', file }
    try {
      const { takeFiles, releaseFiles } = await host
      const taken = dropped.file.size > MOST_BYTES ? null : await takeFiles?.([dropped])
      if (!taken) return void (note.value = null)
      const opened = await client.call('files.open', { file: taken.token })
      void releaseFiles(taken.token).catch(() => undefined)
      note.value = noteOf(opened)
      if (opened.view !== null) await router.push(opened.view)
    } catch (reason) {
      note.value = { type: 'failed', error: toAppError(reason) }
    }
  }

  const isFiles = (event: DragEvent) =>
    !event.defaultPrevented && event.dataTransfer?.types.includes('Files') === true
  const over = (event: DragEvent) => {
    if (isFiles(event)) event.preventDefault()
  }
  /** What takes files itself, as the import does, has prevented the default by now. */
  const drop = (event: DragEvent) => {
    if (!isFiles(event)) return
    event.preventDefault()
    const file = event.dataTransfer?.files[0]
    if (file) void open({ path: file.name, file })
  }
  onMounted(() => {
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
  })
  onUnmounted(() => {
    window.removeEventListener('dragover', over)
    window.removeEventListener('drop', drop)
  })
  return { note, open, dismiss: () => (note.value = null) }
}

function noteOf(opened: OpenedFile): ReopenNote | null {
  if (opened.at === null) return { type: 'missing', opened }
  if (opened.view === null) return { type: 'no-view', opened }
  return opened.sameVersion ? null : { type: 'other-version', opened }
}
