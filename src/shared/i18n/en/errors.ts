/** Words of every error code (`what` happened, `remedy`: what can be done) and of every issue of an imported file. */
export const errors = {
  'method-unknown': {
    what: 'The app asked for something its core does not know.',
    remedy: 'The parts of the app are of different versions: install it again.',
  },
  'input-invalid': {
    what: 'A value cannot be used: {field} {reason}',
    remedy: 'Correct the value and try again.',
  },
  'dataset-unknown': {
    what: 'There is no dataset “{dataset}”.',
    remedy: 'Choose one from the list of datasets.',
  },
  'dataset-newer': {
    what: 'The dataset “{dataset}” was made by a newer version of the app.',
    remedy: 'Update the app to open it. Nothing in the file was changed.',
  },
  'dataset-foreign': {
    what: 'The file of “{dataset}” was not made by this app.',
    remedy: 'Remove the file from the data folder, or choose another dataset.',
  },
  'dataset-damaged': {
    what: 'The file of “{dataset}” is damaged.',
    remedy: 'Import its sources again. Your other datasets are intact.',
  },
  'dataset-exists': {
    what: 'A dataset “{dataset}” is stored already.',
    remedy: 'Choose another id, or replace it.',
  },
  'dataset-bundled': {
    what: 'The dataset “{dataset}” ships with the app and stays as it is.',
    remedy: 'Import under another id.',
  },
  'city-unknown': {
    what: 'No city is named “{city}” in this dataset.',
    remedy: 'Names match in English or Chinese, without regard to case and accents.',
  },
  'city-ambiguous': { what: '“{city}” may be several cities.', remedy: 'Give the whole name.' },
  'region-unknown': {
    what: 'No city of the dataset lies in “{region}”.',
    remedy: 'Regions are given by their ISO code of two letters, such as CN or US.',
  },
  'year-unknown': {
    what: 'The dataset holds no figures of {year}.',
    remedy: 'It has figures from {first} to {last}; some of those years in part only.',
  },
  'edition-rejected': {
    what: 'The edition was not imported. Problems in its files: {issues}.',
    remedy: 'Mend the lines named and import again. What was stored before is as it was.',
  },
  'file-token-unknown': { what: 'The folder is no longer at hand.', remedy: 'Choose it again.' },
  'file-unreadable': {
    what: '{file} cannot be read or written: {reason}',
    remedy: 'Check that it exists and that you may use it.',
  },
  'format-unavailable': { what: 'This cannot be made in that format.', remedy: 'Choose another format.' },
  'disk-full': {
    what: 'The disk is full.',
    remedy: 'Free some space and try again. What was stored before is as it was.',
  },
  cancelled: { what: 'Cancelled.', remedy: 'What was stored before is as it was.' },
  forbidden: {
    what: 'The request was refused.',
    remedy: 'Open the app by the address it printed at its start.',
  },
  'not-found': { what: 'There is nothing at this address.', remedy: 'Go back to the rankings.' },
  'body-too-large': { what: 'The request is too large.', remedy: 'Choose fewer or smaller files.' },
  usage: { what: '{reason}', remedy: 'Add --help to see how the command is used.' },
  internal: {
    what: 'Something went wrong inside the app.',
    remedy: 'Try again. If it happens again, report it with the details.',
  },
  suggestions: 'Did you mean: {names}?',
  at: '{file}, line {line}: {text}',
  atFile: '{file}: {text}',
  issues: {
    'empty-file': 'the file is empty.',
    'too-large': 'the file has {bytes} bytes; a file of an edition has at most {most}.',
    'not-text': 'the file is not text: it holds bytes that no text has.',
    'byte-order-mark':
      'the file begins with a byte-order mark. Save it as UTF-8 without one, or import with conversion.',
    crlf: 'lines end with CR LF. Save the file with LF, or import with conversion.',
    gb18030: 'the text is GB18030. Save it as UTF-8, or import with conversion.',
    encoding: 'the text is neither UTF-8 nor GB18030.',
    'csv-syntax': 'not a line of CSV: {reason}.',
    'kind-unknown': 'the head names neither a ranking nor figures: {columns}.',
    'ranking-missing':
      'no file holds a ranking (columns rank, city_en, region_en, region_iso2, share_YYYY, count_YYYY).',
    'ranking-twice': 'a second ranking beside {other}; a folder holds one edition.',
    'column-missing': 'column {column} is missing.',
    'column-twice': 'column {column} stands twice.',
    'value-missing': '{column} is empty.',
    'number-expected': '{column} is “{value}”, not a plain number such as 1234.56.',
    'integer-expected': '{column} is “{value}”, not a whole number.',
    'number-range': '{column} is {value}; it must lie between {least} and {most}.',
    'rank-order': '{city} has rank {rank} where {expected} is due.',
    'share-order': '{city} has a Share of {share}, more than the city above it ({above}).',
    'count-below-share': '{city} has a Count of {count}, less than its Share of {share}.',
    'percentage-range': 'a percentage of {value} is not between 0 and 100.',
    'percentage-inconsistent':
      '{percent} % for {city} would make its region’s Share about {implied}; the other cities say about {others}.',
    'duplicate-city': '{city} stands already in line {line}.',
    'duplicate-name-zh': 'the Chinese name {city} stands already in line {line}.',
    'duplicate-figure': 'the same figure stands already in line {line}.',
    'region-code': 'region code “{value}” is not of two capital letters.',
    'city-unknown': 'city “{value}” is not in the ranking; the nearest name is {nearest}.',
    'subject-unknown': 'subject “{value}” is not one of the five, nor “overall”.',
    'indicator-unknown': 'kind “{value}” is not known.',
    period: 'period “{value}” is neither a year nor two years such as 2019-2023.',
    'institution-missing': 'an institution is missing.',
    'hash-mismatch':
      'the file is not the one the edition was pinned to (SHA-256 {actual}, expected {expected}).',
    manifest: 'not a valid description of an edition: {reason}.',
    'too-many-issues': 'more than {most} problems; the rest is not listed.',
  },
}
