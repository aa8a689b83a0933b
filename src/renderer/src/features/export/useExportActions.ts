/** What the buttons of the export dialog do: have the host save the file, or put it on the clipboard. */
import { ref, shallowRef } from 'vue'
import type { AppError } from '../../../../shared/contract/errors.ts'
import type { ExportRequest } from '../../../../shared/contract/export-methods.ts'
import { useClient, useHost } from '../../transport/useClient.ts'
import { toAppError } from '../../stores/loader.ts'
import { textOf } from './useExportForm.ts'
import type { useExportForm } from './useExportForm.ts'
import { useFlash } from './useFlash.ts'

export function useExportActions(state: ReturnType<typeof useExportForm>) {
  const client = useClient()
  const host = useHost()
  const { form, tableInput, textInput, figureInput, imageInput, graphInput } = state
  const busy = ref(false)
  const error = shallowRef<AppError | null>(null)
  const savedAs = ref<string | null>(null)
  const { word, flash } = useFlash<'saved' | 'copied' | 'failed'>()

  function asked(): ExportRequest | null {
    if (form.tab === 'table') return tableInput.value && { method: 'exports.table', input: tableInput.value }
    if (graphInput.value) return { method: 'exports.graph', input: graphInput.value }
    return figureInput.value && { method: 'exports.figure', input: figureInput.value }
  }

  /** Has the file made and saved; nothing is said where the user chose not to. */
  async function save(): Promise<void> {
    if (busy.value) return
    busy.value = true
    error.value = null
    savedAs.value = null
    try {
      const request = asked()
      if (!request) return
      const saved = await (await host).saveFile(request)
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
      return new Blob([file.bytes], { type: 'image/png' })
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
        const file = await client.call('exports.table', textInput.value!)
        await navigator.clipboard.writeText(textOf(file))
      }
      flash('copied')
    } catch {
      if (!error.value) flash('failed')
    }
  }

  return { busy, error, savedAs, word, save, copy }
}
