/** The pages of a derivation, one under another. */
import { computed, ref, shallowRef, watch } from 'vue'
import type { DerivedArticle, Derivation } from '../../../../shared/contract/derivation.ts'
import type { AppError } from '../../../../shared/contract/errors.ts'
import { useClient } from '../../transport/useClient.ts'
import { toAppError } from '../../stores/loader.ts'
import type { Why } from '../../../../shared/address/why.ts'

const PAGE = 20

export function useDerivation(dataset: () => string, figure: () => Why | null) {
  const client = useClient()
  const answer = shallowRef<Derivation | null>(null)
  const rows = shallowRef<DerivedArticle[]>([])
  const error = shallowRef<AppError | null>(null)
  const loading = ref(false)
  let latest = 0

  async function ask(offset: number): Promise<void> {
    const asked = figure()
    if (!asked) return
    const mine = ++latest
    loading.value = true
    error.value = null
    try {
      const page = await client.call('derivation.of', {
        ...asked,
        dataset: dataset(),
        partner: asked.partner ?? undefined,
        offset,
        limit: PAGE,
      })
      if (mine !== latest) return
      answer.value = page
      rows.value = offset === 0 ? page.rows : [...rows.value, ...page.rows]
    } catch (reason) {
      if (mine === latest) error.value = toAppError(reason)
    } finally {
      if (mine === latest) loading.value = false
    }
  }

  watch(
    () => JSON.stringify([dataset(), figure()]),
    () => {
      answer.value = null
      rows.value = []
      void ask(0)
    },
    { immediate: true },
  )
  return {
    answer,
    rows,
    error,
    loading,
    /** Articles not shown yet. */
    left: computed(() => (answer.value?.total.articles ?? 0) - rows.value.length),
    more: () => ask(rows.value.length),
    retry: () => ask(rows.value.length),
  }
}
