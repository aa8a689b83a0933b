import type { ReaderContext } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { answerFigure } from './figure/answer-figure.ts'
import { exportGraph } from './graph/export-graph.ts'
import { exportTable } from './table/export-table.ts'

export const exportHandlers: Handlers<'export', ReaderContext> = {
  'exports.table': exportTable,
  'exports.graph': exportGraph,
  'exports.figure': answerFigure,
  'exports.preview': async (input, context) =>
    (await import('./plate/preview.ts')).previewFigure(input, context),
  'exports.report': async (input, context) =>
    (await import('./report/write-report.ts')).writeReport(input, context),
  'exports.briefs': async (input, context) =>
    (await import('./report/briefs.ts')).writeBriefs(input, context),
  'reports.brief': async (input, context) => (await import('./report/briefs.ts')).makeBrief(input, context),
  'reports.check': async (input, context) =>
    (await import('./report/check-report.ts')).checkReport(input, context),
  'reports.renew': async (input, context) =>
    (await import('./report/check-report.ts')).renewPage(input, context),
  'recipes.places': async (input, context) =>
    (await import('../recipes/find-places.ts')).findPlaces(input, context),
  'recipes.make': async (input, context) =>
    (await import('../recipes/make-recipe.ts')).makeRecipe(input, context),
  'exports.recipe': async (input, context) => (await import('./zip-recipe.ts')).zipRecipe(input, context),
  'recipes.missing': async (input, context) =>
    (await import('../recipes/missing-works.ts')).missingWorks(input, context),
  'exports.missing': async (input, context) => (await import('./zip-recipe.ts')).zipMissing(input, context),
  'scale.check': async (input, context) => (await import('../scale/check-plan.ts')).checkPlan(input, context),
  'scale.plan': async (input, context) => (await import('../scale/make-plan.ts')).makePlan(input, context),
  'files.open': async (input, context) => (await import('./reopen/open-file.ts')).openFile(input, context),
  'files.verify': async (input, context) =>
    (await import('./reopen/verify-file.ts')).verifyFile(input, context),
  // Loaded when asked for: it brings the whole import, which slows the first export.
  'datasets.verify': async ({ dataset }, context) =>
    (await import('../verify/verify.ts')).verifyDataset(dataset, context),
}
