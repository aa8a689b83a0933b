/** What happened to a dataset: it was removed and can come back, or another program changed it. */
export const datasetNotes = {
  removed: '“{name}” was removed.',
  undo: 'Undo',
  takeBack: 'Take it back',
  takingBack: 'Taking it back …',
  tookBack: '“{name}” is back.',
  removedTitle: 'Removed',
  removedSays: 'Can be taken back until the app ends; then it is gone for good.',
  facts: '{version}, {size}, removed {time}',
  changed:
    '“{name}” was changed by another program. What is shown now are the figures of its version {version}.',
  gone: '“{name}” was removed by another program. Choose another dataset.',
}
