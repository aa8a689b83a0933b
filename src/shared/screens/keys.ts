/**
 * Every key of the app, by where it works: the key sheet shows this list, and tests hold it against what the views answer.
 * `Ctrl K` stands for the command key of any keyboard; `does` is a key of the words.
 */
export interface ToldKey {
  keys: readonly string[]
  does: string
}
export interface KeyGroup {
  title: string
  keys: readonly ToldKey[]
}

export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: 'shell.keys.everywhere',
    keys: [
      { keys: ['1', '–', '9'], does: 'shell.keys.views' },
      { keys: ['Ctrl K'], does: 'shell.keys.palette' },
      { keys: ['Ctrl E'], does: 'shell.keys.export' },
      { keys: ['R'], does: 'shell.keys.report' },
      { keys: ['F1'], does: 'guide.keys.guide' },
      { keys: ['?'], does: 'shell.keys.all' },
      { keys: ['Esc'], does: 'shell.keys.close' },
      { keys: ['Ctrl Z'], does: 'undo.key' },
      { keys: ['Ctrl Y'], does: 'undo.keyAgain' },
      { keys: ['Alt', '←'], does: 'shell.keys.back' },
    ],
  },
  {
    title: 'shell.keys.inTables',
    keys: [
      { keys: ['↑', '↓'], does: 'shell.keys.walk' },
      { keys: ['PgUp', 'PgDn'], does: 'shell.keys.page' },
      { keys: ['Home', 'End'], does: 'shell.keys.ends' },
      { keys: ['Space'], does: 'shell.keys.tick' },
      { keys: ['Enter'], does: 'shell.keys.open' },
      { keys: ['/'], does: 'shell.keys.find' },
      { keys: ['C'], does: 'shell.keys.compare' },
      { keys: ['D'], does: 'shell.keys.why' },
      { keys: ['I'], does: 'stability.keyLong' },
    ],
  },
  {
    title: 'guide.keys.inCity',
    keys: [
      { keys: ['[', ']'], does: 'guide.keys.neighbour' },
      { keys: ['C'], does: 'guide.keys.addToComparison' },
      { keys: ['S'], does: 'keptCities.star' },
      { keys: ['I'], does: 'stability.keyLong' },
    ],
  },
  {
    title: 'guide.keys.inRising',
    keys: [
      { keys: ['A'], does: 'guide.keys.percent' },
      { keys: ['[', ']'], does: 'guide.keys.floor' },
    ],
  },
  {
    title: 'shell.view.compare',
    keys: [
      { keys: ['/'], does: 'compareView.keys.add' },
      { keys: ['A'], does: 'compareView.keys.reference' },
      { keys: ['Shift', '←', '→'], does: 'compareView.keys.move' },
    ],
  },
  {
    title: 'networks.keys.title',
    keys: [
      { keys: ['←', '↑', '→', '↓'], does: 'networks.keys.walk' },
      { keys: ['N', 'Shift N'], does: 'guide.keys.nextAndBack' },
      { keys: ['Home'], does: 'guide.keys.largest' },
      { keys: ['Enter'], does: 'guide.keys.openNode' },
      { keys: ['F'], does: 'networks.keys.focusLong' },
      { keys: ['P'], does: 'networks.keys.pinLong' },
      { keys: ['H', 'Del'], does: 'networks.keys.hideLong' },
      { keys: ['T'], does: 'networks.keys.tablesLong' },
      { keys: ['M'], does: 'networks.keys.map' },
      { keys: ['+', '-', '0'], does: 'guide.keys.zoom' },
    ],
  },
  {
    title: 'guide.keys.inReport',
    keys: [
      { keys: ['↑', '↓'], does: 'guide.keys.pageWalk' },
      { keys: ['Alt', '↑', '↓'], does: 'guide.keys.pageMove' },
      { keys: ['Del'], does: 'guide.keys.pageRemove' },
      { keys: ['Ctrl Z', 'Ctrl Y'], does: 'guide.keys.reportUndo' },
      { keys: ['Ctrl E'], does: 'guide.keys.reportWrite' },
    ],
  },
  {
    title: 'guide.keys.inSheet',
    keys: [
      { keys: ['Enter'], does: 'guide.keys.sheetWrite' },
      { keys: ['Ctrl C'], does: 'guide.keys.sheetCopy' },
      { keys: ['R'], does: 'shell.keys.report' },
    ],
  },
]
