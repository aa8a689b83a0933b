/** A pair's score and joint articles year by year, asked at once, or where one walks on once the reading rests on it. */
import { onScopeDispose, shallowRef, watch } from 'vue'
import type { DerivationStep } from '../../../../shared/contract/derivation.ts'
import type { Why } from '../../../../shared/address/why.ts'
import { useClient } from '../../transport/useClient.ts'

export interface PairYear {
  year: number
  score: number
  articles: number
}

export interface PairAsked extends Pick<Why, 'kind' | 'id' | 'subject'> {
  dataset: string
  partner: string
  /** The place in which both are read. */
  path: DerivationStep[]
}

/** While the arrows walk nothing is asked. */
const REST_MS = 120

/** Null until all years are known, and where one cannot be asked. */
export function usePairYears(pair: () => PairAsked | null, years: () => readonly number[]) {
  const client = useClient()
  const found = shallowRef<PairYear[] | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0
  let changed = -Infinity

  async function ask(asked: PairAsked, all: readonly number[], mine: number): Promise<void> {
    try {
      const answers = await Promise.all(
        all.map(async (year) => {
          const { total } = await client.call('derivation.of', { ...asked, from: year, to: year, limit: 1 })
          return { year, score: total.share, articles: total.articles }
        }),
      )
      if (mine === turn) found.value = answers
    } catch {
      // The list of the articles beside it says what went wrong.
      if (mine === turn) found.value = null
    }
  }
  watch(
    () => JSON.stringify([pair(), years()]),
    () => {
      clearTimeout(timer)
      const [asked, all, mine] = [pair(), [...years()], ++turn]
      found.value = null
      const walks = performance.now() - changed < REST_MS
      if (!asked) return
      changed = performance.now()
      timer = setTimeout(() => void ask(asked, all, mine), walks ? REST_MS : 0)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    clearTimeout(timer)
    turn++
  })
  return found
}
