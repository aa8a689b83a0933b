export const cli = {
  written: 'Written: {file}',
  imported:
    'Imported {name} as {dataset}, {version}: {read} records read, {stored} stored, 0 rejected ({ms} ms).',
  removed: 'Removed {dataset}.',
  progress: '{step}: {read} of {total} bytes',
  notPublished: 'n.p.',
  more: '{shown} of {total} rows shown; --limit shows more.',
  empty: 'Nothing is published for this choice.',
  open: 'This address opens Science Cities once, in one browser. Ctrl+C ends it.',
  notice: {
    'file-ignored': '{file}: not a file of an edition, left out.',
    'city-outside-ranking':
      '{file}, line {line}: {city} is not in the ranking; its figure is kept without a city.',
    'value-unreadable': '{file}, line {line}: “{value}” is not a subject of the index, left out.',
    converted: '{file}: converted ({form}).',
  },
  columns: {
    dataset: 'Dataset',
    kind: 'Kind',
    version: 'Version',
    cities: 'Cities',
    figures: 'Figures',
    bytes: 'Size',
    check: 'Check',
    result: 'Result',
    detail: 'Detail',
    file: 'File',
    sha256: 'SHA-256',
    licence: 'Licence',
  },
  ok: 'ok',
  failed: 'FAILED',
}
