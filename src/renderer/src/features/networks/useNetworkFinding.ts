/** What the view says: of the node that is read, else of the network. */
import type { Ref } from 'vue'
import { computed } from 'vue'
import type { Drawing } from '../../../../shared/contract/drawings.ts'
import type { NetworkNode } from '../../../../shared/contract/networks.ts'
import { collectedFinding } from '../../../../shared/figures/collected-words.ts'
import { nodeFinding } from '../../../../shared/figures/network/reading.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useDatasets } from '../../stores/datasets.ts'

export function useNetworkFinding(drawing: Ref<Drawing | null>, node: Ref<NetworkNode | null>) {
  const { pick } = useWords()
  const datasets = useDatasets()
  return computed(() => {
    const { value } = drawing
    if (!value) return null
    const ofNode =
      node.value && collectedFinding(nodeFinding(value, node.value.id), datasets.detail?.collectedFor ?? null)
    const said = ofNode ?? value.finding
    return said ? pick(said) : null
  })
}
