/** Files that lead back to their view, whether they still follow, and how they are cited. */
export const reopen = {
  otherVersion: 'Made from another revision, {version}; at hand is {now} of {dataset}.',
  drop: {
    reading: 'Reading {file}…',
    missing:
      '{file} was made from {dataset}, version {version}, which is not stored here. Import it, then drop the file again.',
    noView: '{file} is ours, but no view shows what it holds.',
    otherVersion: '{file} was made from another revision, {version}; shown is {now} of {dataset}.',
    close: 'Close',
  },
  verify: {
    follows: '{file}: all follows from the data at hand ({n} numbers and texts compared).',
    not: '{file}: {m} of {n} numbers and texts do not follow from the data at hand.',
    cannot: '{file}: cannot be made again. {why}',
    changed: '{label} {on}, now {now}',
    missing: 'nothing',
    drawing: 'The drawing is another, though its texts are the same.',
    pixels: 'The picture is another, though the numbers of its view are the same.',
    more: '{n} more.',
  },
  cite: {
    version: 'Version',
    dataset: 'Data set',
    figure: 'Figure',
    licence: 'Licence',
    styles: { apa: 'APA', gbt7714: 'GB/T 7714', bibtex: 'BibTeX', ris: 'RIS' },
  },
}
