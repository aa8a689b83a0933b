/** Words of the import of what an engine counted by a plan. */
export const planResults = {
  import: 'Import results of a plan',
  title: 'Import the results of a plan',
  step: { files: 'Folder', check: 'What it holds', running: 'Check and import', done: 'Report' },
  says: 'An engine counted an index by a plan of this app (scale plan). Its folder becomes a dataset here: rankings, profiles, collaborations, networks and maps are those of all its articles.',
  takes:
    'Choose the folder in which plan.json lies, with the steps, the tables and the results that belong to it.',
  choose: 'Choose the folder',
  drop: 'Or drop it here.',
  other: 'Choose another folder',
  found: 'Of the folder “{folder}”, as its own tables say; nothing of it is checked yet.',
  facts: {
    engine: 'Counted by',
    years: 'Years',
    articles: 'Articles',
    types: 'Types that count',
    affiliations: 'Kinds of affiliations',
    shares: 'Rows of Shares',
    pairs: 'Rows of pairs',
    sample: 'Kept here',
    size: 'Files',
    plan: 'Hash of rules and tables',
  },
  notTold: 'not told',
  noYears: 'no year has articles',
  yearsOf: '{years}, of {asked} asked for',
  ofJournals: '{types}, of the journals of its list',
  pairsFrom: '{pairs}, of {n} or more joint articles',
  sampleOf: 'one article in {n}',
  sizeOf: '{n} of results and manifest, {size}',
  checkedFirst:
    'Before anything is stored the results are held against the plan, sums must add up, and the sample is counted once more. If one of them does not hold, nothing is stored.',
}
