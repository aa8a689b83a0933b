import type { ReaderContext } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { indicatorRegistry } from '../indicators/registry.ts'
import { cityProfile, compareCities } from './cities.ts'
import { listCollaborations } from './collaborations.ts'
import { deriveFigure } from './computed/derivation.ts'
import { listInstitutions } from './computed/list-institutions.ts'
import { cityNetwork, egoNetwork, institutionNetwork } from './computed/networks.ts'
import { listRising } from './computed/rising.ts'
import { importReports, listDatasets, showDataset } from './datasets.ts'
import { listRankings } from './rankings.ts'
import { find } from './search.ts'

export const queryHandlers: Handlers<'query', ReaderContext> = {
  'datasets.list': (_input, context) => listDatasets(context),
  'datasets.show': ({ dataset }, context) => showDataset(dataset, context),
  'datasets.report': ({ dataset }, context) => importReports(dataset, context),
  'rankings.list': listRankings,
  'rankings.rising': listRising,
  'cities.profile': cityProfile,
  'cities.compare': compareCities,
  'institutions.list': listInstitutions,
  'collaborations.list': listCollaborations,
  'networks.institutions': institutionNetwork,
  'networks.cities': cityNetwork,
  'networks.ego': egoNetwork,
  'derivation.of': deriveFigure,
  'search.find': find,
  'indicators.list': () => ({ indicators: [...indicatorRegistry] }),
}
