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
  /** What the rows answer, but for intervals, which come later. */
  let asked = ''
  const question = ({ bands: _drawnLater, ...input }: InputOf<'rankings.list'>) => JSON.stringify(input)
  return {
    state: loader.state,
    load(input: InputOf<'rankings.list'>): Promise<void> {
      asked = question(input)
      return loader.run(input)
    },
    /** Lets go of the rows of another question: a view that opens would draw all of them and then its own. */
    keepOnly(input: InputOf<'rankings.list'>): void {
      if (asked !== question(input)) loader.reset()
    },
  }
})
