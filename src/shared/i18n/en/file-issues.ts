/** Words of every issue of an imported file. */
import { databaseExports } from './database-exports.ts'

export const fileIssues = {
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
  'delimiter-comma':
    'its cells are parted by “{sign}”. Save it with commas between cells (and decimal points).',
  'column-missing': 'column {column} is missing.',
  'column-twice': 'column {column} stands twice.',
  'value-missing': '{column} is empty.',
  'number-expected': '{column} is “{value}”, not a plain number such as 1234.56.',
  'integer-expected': '{column} is “{value}”, not a whole number.',
  'number-range': '{column} is {value}; it must lie between {least} and {most}.',
  'zero-figure':
    '{column} is {value}: an edition prints no figure of 0. Leave the cell empty where it was not published.',
  'rank-order': '{city} has rank {rank} where {expected} or more is due.',
  'share-order': '{city} has a Share of {share}, more than the city above it ({above}).',
  'count-below-share': '{city} has a Count of {count}, less than its Share of {share}.',
  'percentage-range':
    'a percentage of {value} is not above 0 and at most 100. Leave the cell empty where it was not published.',
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
  'gzip-truncated': 'the compressed file ends too early: it was not copied or downloaded whole.',
  'gzip-damaged': 'the compressed file is damaged: {reason}.',
  'zip-damaged': 'the zip archive is damaged: {reason}.',
  'zip-without-json': 'the zip archive holds neither a JSON file nor a table.',
  'zip-several':
    'the zip archive holds {count} files ({names}): unpack it and give the files, or their folder.',
  'zip-encrypted': '{name} in the zip archive is encrypted: unpack it with its password and give the file.',
  'json-syntax': 'not valid JSON: {reason}.',
  'json-truncated': 'the JSON ends too early: {reason}.',
  'columns-unmapped': 'no column was found for {columns}. Name them in a map file.',
  'map-file': 'the map file cannot be used: {reason}.',
  'map-field': 'the map file names “{value}”, which is no field. Fields: {fields}.',
  'recipe-file':
    'this is no recipe.json that says what was fetched: {reason}. Make the recipe anew, or leave the file out.',
  'table-form': 'the table has not the form that is expected: {reason}.',
  'journal-unidentified': 'the journal has neither an ISSN nor a source id nor a title.',
  'article-missing': 'the row names no article: fill in article_id or doi.',
  'issn-invalid': '“{value}” is no ISSN: its check digit does not fit, or signs are missing.',
  'source-invalid': '“{value}” is no source id such as S137773608.',
  'journal-contradiction': 'journal {value} says other things than in line {line}.',
  'metro-city-twice': '{city} belongs to two areas: {first} and {second}.',
  'country-unknown': 'country “{value}” is not known.',
  'field-unknown': '“{value}” is neither a field nor a concept of OpenAlex.',
  'duplicate-entry': '{value} stands twice.',
  'value-unreadable': '“{value}” cannot be read as {column}.',
  'works-wrapped':
    'its works stand inside other records, as Elasticsearch (_source), Solr (docs) and other stores export them. Export, or take out, the works alone: one work a line, or an array of works.',
  'file-kind-unknown':
    'the file is none of those that are understood: works, institutions, ROR, a table of affiliations, a journal list, a metro table or a subject mapping. If it is a table of authors and affiliations under heads of your own, say which column is what: on the import page, or by --map.',
  ...databaseExports.problems,
  'articles-missing': 'no file holds articles: works of OpenAlex or a table of affiliations.',
  'nothing-stored': 'it gives no article that counts; records read: {records}.',
  'records-rejected': '{rejection}; records rejected so: {count}.',
  'parquet-groups':
    'a group of {rows} rows ({mb} MB of nested columns) is too large to be read at once. Take the JSON Lines of the same data, or write the Parquet with smaller row groups.',
  'parquet-damaged': 'the Parquet file is damaged or incomplete ({reason}). Download or write it again.',
  'records-rejected-first': '{rejection}; records rejected so: {count}. The first: {value}',
  'encoding-unsure':
    'the encoding of the text cannot be told for certain. Choose it (--encoding, or in the preview of the import), or save the file as UTF-8. It may be one of: {encodings}. A line would read: {examples}',
  'encoding-guessed':
    'its encoding was guessed: {encoding}. If names with accents look wrong, choose another.',
  'column-unfit': 'the column “{column}” holds “{value}”, so it is not read as {field}.',
  'joined-table':
    '{joined} of {rows} rows join several values in one cell ({value}): this is a table of one row an article, from which no Share can be counted. Export a row for each affiliation of each author, or take the works of OpenAlex as JSON.',
  'lines-above': 'lines above the head of the table, passed over: {lines}.',
  'missing-words': 'cells with a word for “missing” among the first rows, taken as empty: {count}.',
  'row-rejected': '{rejection}: {value}',
  'rows-rejected': 'of its first {rows} rows {rejected} would be rejected.',
  'damaged-text': 'cells among the first rows with signs that could not be read (�): {count}.',
  'plan-changed': 'is not as the plan wrote it, or not there. Bring the plan back as it was made.',
  'plan-other':
    'the results are of another plan, or the plan’s own hash does not follow from its rules and tables.',
  'plan-probe': 'sums of this engine overflow: its figures cannot be trusted.',
  'plan-rows':
    'the table has not the rows and the sum that the engine counted: it is incomplete, changed, or of another run.',
  'plan-empty': 'no article was counted.',
  'plan-sums': 'Shares and what is not known do not add up to the articles ({at}).',
  'plan-pairs': 'pairs contradict the Counts, or lack their scores ({at}).',
  'plan-sample':
    'articles of the sample, counted once more here, come to other figures: {differences} differ ({at}).',
  'plan-places': 'the Shares of {kind} in {year} ({subject}) are not the sum of their affiliations.',
  'plan-cell': 'row {row}: “{value}” cannot stand there.',
  'plan-row-twice': 'a row stands twice.',
  'plan-both':
    'stands beside {other}: one of them may be of another run. Keep the one that belongs to these results.',
  'plan-node': 'the affiliation “{node}” belongs to another institution than itself.',
  'plan-node-twice': 'the affiliation “{node}” stands twice.',
  'plan-place': '“{place}” is not in {table}.',
  'rules-twice': 'a second file of this kind ({kind}); an index has one.',
  'rules-changed': 'the index was begun with other rules ({kind}). Import all files anew to change them.',
  'too-many-issues': 'more than {most} problems; the rest is not listed.',
}
