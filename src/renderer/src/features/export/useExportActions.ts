/** What the buttons of the export dialog do: make the file, hand it to the host or to the clipboard. */
import { ref, shallowRef } from 'vue'
import type { AppError } from '../../../../shared/contract/errors.ts'
import type { ExportedFile } from '../../../../shared/contract/exports.ts'
import { useClient, useHost } from '../../transport/useClient.ts'
import { toAppError } from '../../stores/loader.ts'
import { base64ToBytes } from '../../transport/files.ts'
import { textOf } from './useExportForm.ts'
import type { useExportForm } from './useExportForm.ts'
import { useFlash } from './useFlash.ts'

export function useExportActions(state: ReturnType<typeof useExportForm>) {
  const client = useClient()
  const host = useHost()
  const { form, tableInput, figureInput, imageInput, graphInput } = state
  const busy = ref(false)
  const error = shallowRef<AppError | null>(null)
  const savedAs = ref<string | null>(null)
  const { word, flash } = useFlash<'saved' | 'copied' | 'failed'>()

  function make(): Promise<ExportedFile> | null {
    if (form.tab === 'table') return tableInput.value && client.call('exports.table', tableInput.value)
    if (graphInput.value) return client.call('exports.graph', graphInput.value)
    return figureInput.value && client.call('exports.figure', figureInput.value)
  }

  /** Makes the file and lets the user save it; nothing is said where the user chose not to. */
  async function save(): Promise<void> {
    if (busy.value) return
    busy.value = true
    error.value = null
    savedAs.value = null
    try {
      const file = await make()
      if (!file) return
      const { fileName, mime, base64 } = file
      const saved = await (await host).saveFile({ fileName, mime, base64 })
      if (!saved) return
      savedAs.value = saved.savedAs
      flash('saved')
    } catch (reason) {
      error.value = toAppError(reason)
    } finally {
      busy.value = false
    }
  }

  async function imageBlob(): Promise<Blob> {
    try {
      const file = await client.call('exports.figure', imageInput.value!)
      return new Blob([base64ToBytes(file.base64)], { type: 'image/png' })
    } catch (reason) {
      error.value = toAppError(reason)
      throw reason
    }
  }

  /** The figure as a picture, or the table as the text of its file, on the clipboard. */
  async function copy(): Promise<void> {
    error.value = null
    try {
      if (form.tab === 'figure') {
        // The picture is promised, because the clipboard must be asked at the moment of the click.
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': imageBlob() })])
      } else {
        const file = await client.call('exports.table', tableInput.value!)
        await navigator.clipboard.writeText(textOf(file))
      }
      flash('copied')
    } catch {
      if (!error.value) flash('failed')
    }
  }

  return { busy, error, savedAs, word, save, copy }
}
