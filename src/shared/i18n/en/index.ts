import { common } from './common.ts'
import { errors } from './errors.ts'
import { shell } from './shell.ts'
import { menu } from './menu.ts'
import { palette } from './palette.ts'
import { rankings } from './rankings.ts'
import { rising } from './rising.ts'
import { derivation } from './derivation.ts'
import { city } from './city.ts'
import { cityPage } from './city-page.ts'
import { collaborations } from './collaborations.ts'
import { method } from './method.ts'
import { methodChecks } from './method-checks.ts'
import { methodExample } from './method-example.ts'
import { datasets } from './datasets.ts'
import { exports } from './exports.ts'
import { drawings } from './drawings.ts'
import { maps } from './maps.ts'
import { networks } from './networks.ts'
import { figures } from './figures.ts'
import { findings } from './findings.ts'
import { imports } from './imports.ts'
import { cli } from './cli.ts'
import { plates } from './plates/index.ts'
import { sheet } from './sheet.ts'
import { report } from './report.ts'
import { reopen } from './reopen.ts'
import { acts } from './acts.ts'
import { backup } from './backup.ts'
import { datasetNotes } from './dataset-notes.ts'
import { came } from './came.ts'
import { explained } from './explained.ts'
import { groups } from './groups.ts'
import { mappings } from './mappings.ts'
import { emptyViews } from './empty-views.ts'
import { placePicker } from './place-picker.ts'
import { recipes } from './recipes.ts'
import { scale } from './scale.ts'
import { stability } from './stability.ts'
import { lensForms } from './lens-forms.ts'
import { lens } from './lens.ts'
import { statements } from './statements.ts'
import { keptCities } from './kept-cities.ts'
import { lost } from './lost.ts'
import { undo } from './undo.ts'
import { collected } from './collected.ts'
import { compareView } from './compare-view.ts'
import { compareGroup } from './compare-group.ts'
import { guide } from './guide.ts'
import { paper } from './paper.ts'

export const en = {
  common,
  errors,
  shell,
  menu,
  palette,
  rankings,
  rising,
  derivation,
  city,
  cityPage,
  compareView,
  compareGroup,
  collaborations,
  method,
  methodChecks,
  methodExample,
  datasets,
  exports,
  drawings,
  maps,
  networks,
  figures,
  findings,
  imports,
  cli,
  plates,
  sheet,
  report,
  reopen,
  acts,
  backup,
  datasetNotes,
  came,
  recipes,
  scale,
  mappings,
  groups,
  emptyViews,
  placePicker,
  lens,
  lensForms,
  statements,
  explained,
  keptCities,
  lost,
  undo,
  collected,
  guide,
  paper,
  stability,
}
