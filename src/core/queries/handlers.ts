import type { ReaderContext } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { datasetCollected, importReports, listDatasets, showDataset } from './datasets.ts'
import { listRankings } from './rankings.ts'

/** What every start asks stands here; the rest is loaded when it is first asked, so that no start waits for it. */
export const queryHandlers: Handlers<'query', ReaderContext> = {
  'datasets.list': (_input, context) => listDatasets(context),
  'datasets.show': ({ dataset }, context) => showDataset(dataset, context),
  'datasets.removed': async (_input, context) => ({
    removed: (await import('../datasets/removed.ts')).listRemoved(context.dataDir),
  }),
  'datasets.collected': ({ dataset }, context) => datasetCollected(dataset, context),
  'datasets.report': ({ dataset }, context) => importReports(dataset, context),
  'rankings.list': listRankings,
  'reports.show': async (input, context) =>
    (await import('../reports/report-store.ts')).showReport(input, context),
  'reports.compose': async (input, context) =>
    (await import('./report/compose.ts')).composeReport(input, context),
  'rankings.rising': async (input, context) =>
    (await import('./computed/rising.ts')).listRising(input, context),
  'rankings.changes': async (input, context) => (await import('./changes.ts')).listChanges(input, context),
  'cities.series': async (input, context) => (await import('./series.ts')).listSeries(input, context),
  'cities.profile': async (input, context) => (await import('./cities.ts')).cityProfile(input, context),
  'cities.compare': async (input, context) => (await import('./compare.ts')).compareEntities(input, context),
  'cities.known': async (input, context) => (await import('./kept-cities.ts')).knownCities(input, context),
  'cities.kept': async (input, context) => (await import('./kept-cities.ts')).listKeptCities(input, context),
  'institutions.list': async (input, context) =>
    (await import('./computed/list-institutions.ts')).listInstitutions(input, context),
  'institutions.profile': async (input, context) =>
    (await import('./computed/institution-profile.ts')).institutionProfile(input, context),
  'collaborations.list': async (input, context) =>
    (await import('./collaborations.ts')).listCollaborations(input, context),
  'networks.institutions': async (input, context) =>
    (await import('./computed/networks.ts')).institutionNetwork(input, context),
  'networks.cities': async (input, context) =>
    (await import('./computed/networks.ts')).cityNetwork(input, context),
  'networks.ego': async (input, context) =>
    (await import('./computed/networks.ts')).egoNetwork(input, context),
  'derivation.of': async (input, context) =>
    (await import('./computed/derivation.ts')).deriveFigure(input, context),
  'derivation.parts': async (input, context) =>
    (await import('./lens/number-parts.ts')).numberParts(input, context),
  'derivation.number': async (input, context) =>
    (await import('./lens/explain-number.ts')).explainNumber(input, context),
  'articles.explain': async (input, context) =>
    (await import('./computed/explain-article.ts')).explainArticle(input, context),
  'search.find': async (input, context) => (await import('./search.ts')).find(input, context),
  'populations.show': async (_input, context) => (await import('./populations.ts')).showPopulations(context),
  'profiles.list': async (_input, { dataDir }) => ({
    profiles: (await import('../profiles/profile-store.ts')).keptProfiles(dataDir),
  }),
  'comparisons.list': async (_input, { dataDir }) => ({
    comparisons: (await import('../comparisons/comparison-store.ts')).keptComparisons(dataDir),
  }),
  'groups.list': async (_input, { dataDir }) =>
    (await import('../groups/group-store.ts')).listGroups(dataDir),
  'groups.show': async (input, context) => (await import('./groups/show.ts')).showGroup(input, context),
  'groups.match': async (input, context) => (await import('./groups/match.ts')).matchGroup(input, context),
  'indicators.list': async () => ({
    indicators: [...(await import('../../shared/measures/index.ts')).INDICATORS],
  }),
  'indicators.checks': async (input, context) =>
    (await import('./method/checks.ts')).methodChecks(input, context),
  'indicators.example': async (input, context) =>
    (await import('./method/example.ts')).workedExample(input, context),
}
