/** From an edition to a dataset with scores: the sample, made or opened, or an import. */
import { computed } from 'vue'
import { useRouter } from 'vue-router'
import { useDatasetSwitch } from '../../stores/useDatasetSwitch.ts'
import { useDatasets } from '../../stores/datasets.ts'
import { useSession } from '../../stores/session.ts'
import { useIndexImport } from './useIndexImport.ts'

export function useIndexWays() {
  const session = useSession()
  const datasets = useDatasets()
  const router = useRouter()
  const imports = useIndexImport()
  const toDataset = useDatasetSwitch()
  /** A sample that is stored already opens at once. */
  const sample = computed(() => datasets.all.find(({ kind, problem }) => kind === 'sample' && !problem))
  return {
    sample,
    openSample(): void {
      if (sample.value) return void toDataset(sample.value.dataset)
      imports.askSample()
      void router.push(session.link('/datasets'))
    },
    importData(): void {
      imports.begin(null)
      void router.push(session.link('/datasets'))
    },
  }
}
