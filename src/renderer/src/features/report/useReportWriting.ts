/** Has the report written as one file and saved where the host asks. */
import { computed, ref, shallowRef } from 'vue'
import type { AppError } from '../../../../shared/contract/errors.ts'
import type { ReportFormat } from '../../../../shared/domain/file-formats.ts'
import { toAppError } from '../../stores/loader.ts'
import { useHost } from '../../transport/useClient.ts'
import type { ReportEditor } from './useReportEditor.ts'

export function useReportWriting(editor: ReportEditor) {
  const host = useHost()
  const format = ref<ReportFormat>('pptx')
  const busy = ref(false)
  const savedAs = ref<string | null>(null)
  const error = shallowRef<AppError | null>(null)

  async function write(): Promise<void> {
    const content = editor.content.value
    if (busy.value || !content || content.pages.length === 0) return
    busy.value = true
    error.value = null
    savedAs.value = null
    try {
      await editor.flush()
      const input = { dataset: editor.dataset.value, content, format: format.value }
      const saved = await (await host).saveFile({ method: 'exports.report', input })
      savedAs.value = saved?.savedAs ?? null
    } catch (reason) {
      error.value = toAppError(reason)
    } finally {
      busy.value = false
    }
  }
  const canWrite = computed(() => (editor.content.value?.pages.length ?? 0) > 0)
  return { format, busy, savedAs, error, write, canWrite }
}
