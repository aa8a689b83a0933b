/** The ranking in view. It outlives the view, so that coming back from a city shows it at once. */
import { defineStore } from 'pinia'
import { useClient } from '../../transport/useClient.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/index.ts'
import { createLoader } from '../../stores/loader.ts'

export const useRankingsStore = defineStore('rankings', () => {
  const client = useClient()
  const loader = createLoader<InputOf<'rankings.list'>, OutputOf<'rankings.list'>>((input) =>
    client.call('rankings.list', input),
  )
  return { state: loader.state, load: loader.run }
})
