/** Pictures of a report's pages, drawn one after another, the page in sight first; a page is drawn again when it changed. */
import { onScopeDispose, shallowReactive, watch } from 'vue'
import type { AppError } from '../../../../shared/contract/errors.ts'
import type { FigurePreview } from '../../../../shared/contract/exports.ts'
import { toAppError } from '../../stores/loader.ts'
import { useClient } from '../../transport/useClient.ts'
import { useWords } from '../../i18n/useWords.ts'
import { previewOf } from './report-pages.ts'
import type { ReportEditor } from './useReportEditor.ts'

export interface PagePicture {
  /** What it was drawn from. */
  key: string
  preview: FigurePreview | null
  error: AppError | null
}

export function usePagePictures({ content, current, version }: ReportEditor) {
  const client = useClient()
  const { language } = useWords()
  const pictures = shallowReactive(new Map<string, PagePicture>())
  let ended = false
  let running = false

  const wanted = () => {
    const report = content.value
    if (!report) return []
    const pages = report.pages.map((page, index) => {
      const input = previewOf(page, report, language.value, index + 1)
      return { id: page.id, input, key: `${version.value} ${JSON.stringify(input)}` }
    })
    return [
      ...pages.filter(({ id }) => id === current.value),
      ...pages.filter(({ id }) => id !== current.value),
    ]
  }
  const next = () => wanted().find(({ id, key }) => pictures.get(id)?.key !== key)

  async function draw(): Promise<void> {
    if (running) return
    running = true
    for (let page = next(); page && !ended; page = next()) {
      const { id, key, input } = page
      try {
        pictures.set(id, { key, preview: await client.call('exports.preview', input), error: null })
      } catch (reason) {
        pictures.set(id, { key, preview: null, error: toAppError(reason) })
      }
    }
    running = false
  }

  watch(
    () => wanted().map(({ id, key }) => id + key),
    () => void draw(),
    { immediate: true },
  )
  onScopeDispose(() => (ended = true))
  return pictures
}
