/**
 * Words of views, dialogs and files that no first screen says, by their files in src/shared/i18n/en and zh: what draws it
 * for the hosts goes without them, as every start reads that file. A test holds the list against what is built.
 */
export const LATER_WORDS: Readonly<Record<string, string>> = {
  acts: 'acts',
  backup: 'backup',
  'dataset-notes': 'datasetNotes',
  cli: 'cli',
  'compare-group': 'compareGroup',
  'compare-view': 'compareView',
  drawings: 'drawings',
  explained: 'explained',
  exports: 'exports',
  figures: 'figures',
  imports: 'imports',
  'lens-forms': 'lensForms',
  mappings: 'mappings',
  maps: 'maps',
  method: 'method',
  'method-checks': 'methodChecks',
  'method-example': 'methodExample',
  paper: 'paper',
  'place-picker': 'placePicker',
  'plates/index': 'plates',
  recipes: 'recipes',
  reopen: 'reopen',
  report: 'report',
  rising: 'rising',
}
