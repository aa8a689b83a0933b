/** Where an index goes: a new dataset, or one that is stored. */
import { computed, watch } from 'vue'
import type { DatasetSummary } from '../../../../shared/contract/datasets.ts'
import { isDatasetId } from '../../../../shared/domain/dataset-id.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useIndexImport } from './useIndexImport.ts'

/** @param datasets those that are stored */
export function useTarget(datasets: () => readonly DatasetSummary[]) {
  const { t, nameOf } = useWords()
  const { form } = useIndexImport()

  /** Those that each way may go to. */
  const targets = computed(() => ({
    create: [],
    // What an engine counted takes no files: its articles are elsewhere.
    add: datasets().filter(({ kind, problem, plan }) => kind === 'computed' && problem === null && !plan),
    replace: datasets().filter(({ bundled }) => !bundled),
  }))
  const existing = computed(() => datasets().find(({ dataset }) => dataset === form.id) ?? null)
  /** Why it cannot be stored so; empty where it can. */
  const trouble = computed(() => {
    if (form.mode !== 'create') return ''
    if (!isDatasetId(form.id)) return t('datasets.idRule')
    return existing.value ? t('datasets.articles.idTaken', { name: nameOf(existing.value) }) : ''
  })
  watch(
    () => form.mode,
    (mode) => {
      const possible = targets.value[mode]
      if (mode !== 'create' && !possible.some(({ dataset }) => dataset === form.id)) {
        form.id = possible[0]?.dataset ?? ''
      }
    },
  )
  return { targets, trouble }
}
