import type { ReaderContext } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { indicatorRegistry } from '../indicators/registry.ts'
import { cityProfile, compareCities } from './cities.ts'
import { listCollaborations } from './collaborations.ts'
import { listDatasets, showDataset } from './datasets.ts'
import { listRankings } from './rankings.ts'
import { find } from './search.ts'

export const queryHandlers: Handlers<'query', ReaderContext> = {
  'datasets.list': (_input, context) => listDatasets(context),
  'datasets.show': ({ dataset }, context) => showDataset(dataset, context),
  // Loaded when asked for: it brings the whole import, which slows the first ranking.
  'datasets.verify': async ({ dataset }, context) =>
    (await import('./verify.ts')).verifyDataset(dataset, context),
  'rankings.list': listRankings,
  'cities.profile': cityProfile,
  'cities.compare': compareCities,
  'collaborations.list': listCollaborations,
  'search.find': find,
  'indicators.list': () => ({ indicators: [...indicatorRegistry] }),
}
