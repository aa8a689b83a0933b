/** What the buttons of the slide sheet do: write files, copy, add to the report. */
import { onScopeDispose, ref, shallowRef } from 'vue'
import type { AppError } from '../../../../shared/contract/errors.ts'
import { useReport } from '../../stores/useReport.ts'
import { toAppError } from '../../stores/loader.ts'
import { useClient, useHost } from '../../transport/useClient.ts'
import { htmlTable, plainTable, readCsv, writeClipboard } from './clipboard.ts'
import type { Copied } from './clipboard.ts'
import { figureInput, tableInput, tablePage } from './sheet-request.ts'
import type { SheetState } from './useSheet.ts'
import { textOf } from './useSheet.ts'
import { useFlash } from '../../ui/marks/useFlash.ts'

export type Said = 'saved' | 'copied' | 'copied-checked' | 'failed' | 'added'

export function useSheetActions(state: SheetState) {
  const client = useClient()
  const host = useHost()
  const report = useReport()
  const { form, offer, along, figure, isFigure, language, requests, tooLarge } = state
  const busy = ref(false)
  const error = shallowRef<AppError | null>(null)
  const savedAs = shallowRef<string[]>([])
  /** Place of the page that was added last. */
  const page = ref(0)
  const { word, flash } = useFlash<Said>()

  /** Runs one act at a time; what goes wrong is said in the sheet. */
  async function act(run: () => Promise<Said | null>): Promise<void> {
    if (busy.value) return
    busy.value = true
    error.value = null
    try {
      const said = await run()
      if (said) flash(said)
    } catch (reason) {
      error.value = toAppError(reason)
    } finally {
      busy.value = false
    }
  }

  /** One file a language, one after the other; nothing is said where the user chose not to. */
  const save = () =>
    act(async () => {
      if (tooLarge.value) return null
      savedAs.value = []
      for (const request of requests.value) {
        const saved = await (await host).saveFile(request)
        if (!saved) return null
        savedAs.value = [...savedAs.value, saved.savedAs]
      }
      return savedAs.value.length > 0 ? 'saved' : null
    })

  async function imageBlob(): Promise<Blob> {
    const input = figureInput(figure.value!, form, language.value, { ...along, format: 'png' })
    const file = await client.call('exports.figure', input!)
    return new Blob([file.bytes], { type: 'image/png' })
  }

  /** The rows as a table; those that the figure draws, where one is seen. */
  async function csvRows(): Promise<string[][]> {
    const asked = { ...form, tableFormat: 'csv' as const, allRows: form.allRows && !isFigure.value }
    const file = await client.call('exports.table', tableInput(offer.table!, asked, language.value, along))
    return readCsv(textOf(file).replace(/^\ufeff/, ''))
  }

  function parts(): Copied {
    const rows = offer.table ? csvRows() : null
    const caption = state.preview.data.value?.title ?? offer.finding ?? ''
    return {
      ...(isFigure.value && figure.value ? { picture: imageBlob() } : {}),
      ...(rows ? { html: rows.then((all) => htmlTable(all, caption)), text: rows.then(plainTable) } : {}),
    }
  }

  /** Picture and table on the clipboard at once. */
  const copy = () =>
    act(async () => {
      const promised = parts()
      // What cannot be made is told in words; only what the clipboard itself refuses is its failure.
      let cause: unknown = null
      const all = Object.values(promised) as Promise<unknown>[]
      for (const each of all) each.catch((reason: unknown) => (cause ??= reason))
      try {
        const kinds = await writeClipboard(promised)
        const wanted = isFigure.value ? 'image/png' : 'text/plain'
        if (kinds && !kinds.includes(wanted)) return 'failed'
        return kinds ? 'copied-checked' : 'copied'
      } catch {
        await Promise.allSettled(all)
        if (cause) throw cause
        return 'failed'
      }
    })

  const addToReport = () =>
    act(async () => {
      const drawn = state.seen.value?.figure
      const shown = isFigure.value ? drawn : offer.table && tablePage(offer.table, form)
      if (!shown) return null
      // The words of the fields are those of the figure.
      const { title, subtitle } = form
      const words = isFigure.value ? { title: { ...title }, subtitle: { ...subtitle } } : {}
      page.value = await report.add(shown, words, along.view)
      return 'added'
    })

  /** The office's own template, of the slides to be written. */
  const chooseTemplate = () =>
    act(async () => {
      const chosen = await (await host).chooseFiles('files')
      if (!chosen) return null
      await releaseTemplate()
      form.template = { token: chosen.token, name: chosen.files[0] ?? chosen.name }
      return null
    })

  async function releaseTemplate(): Promise<void> {
    const token = form.template?.token
    form.template = null
    if (token) await (await host).releaseFiles(token)
  }
  onScopeDispose(() => void releaseTemplate().catch(() => {}))

  return { busy, error, savedAs, page, word, save, copy, addToReport, chooseTemplate, releaseTemplate }
}
