/** Words of every error code (`what` happened, `remedy`: what can be done). */
import { fileIssues } from './file-issues.ts'

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
    remedy:
      'Verify it to see what is hit (under Datasets, or “datasets verify {dataset}”), then import its sources again or take it in from an exported copy. Other datasets are files of their own.',
  },
  'dataset-exists': {
    what: 'A dataset “{dataset}” is stored already.',
    remedy: 'Choose another id, or replace it.',
  },
  'dataset-bundled': {
    what: 'The dataset “{dataset}” ships with the app and stays as it is.',
    remedy: 'Import under another id.',
  },
  'dataset-busy': {
    what: '“{dataset}” is being changed by process {process} since {since}.',
    remedy: 'Wait until it has ended and try again. Nothing was changed here.',
  },
  'dataset-changed': {
    what: '“{dataset}” was changed by another program in the meantime.',
    remedy: 'Try again. What is stored now is as that program left it.',
  },
  'removed-unknown': {
    what: 'What was removed can no longer be taken back.',
    remedy:
      'It was taken back already, or removed before the app last began: take it in from a copy, or import its sources again.',
  },
  'removed-taken': {
    what: 'Another dataset “{dataset}” was made meanwhile.',
    remedy: 'Rename or remove that one, then take this one back.',
  },
  'city-unknown': {
    what: 'No city is named “{city}” in this dataset.',
    remedy: 'Names match in English or Chinese, without regard to case and accents.',
  },
  'profile-unknown': {
    what: 'No mapping of columns is kept as “{name}”.',
    remedy: 'See the kept ones under Datasets, or with “profiles list”.',
  },
  'profile-exists': {
    what: 'A mapping of columns is kept as “{name}” already.',
    remedy: 'Choose another name, or replace it.',
  },
  'profiles-damaged': {
    what: 'The kept mappings of columns cannot be read: {reason}',
    remedy: 'Mend {file}, or move it away. Files can be mapped by hand meanwhile.',
  },
  'comparison-unknown': {
    what: 'No comparison is saved as “{name}”.',
    remedy: 'See the saved ones in Compare, under Saved.',
  },
  'comparison-exists': {
    what: 'A comparison is saved as “{name}” already.',
    remedy: 'Choose another name, or replace it.',
  },
  'comparisons-damaged': {
    what: 'The saved comparisons cannot be read: {reason}',
    remedy: 'Mend {file}, or move it away. Comparing works without them.',
  },
  'group-unknown': {
    what: 'No group is kept as “{name}” here.',
    remedy:
      'See the kept ones under Rankings › Group, or with “groups list”. A group can be made of its names again.',
  },
  'group-exists': {
    what: 'A group is kept as “{name}” already.',
    remedy: 'Choose another name, or replace it.',
  },
  'group-kind': {
    what: '“{name}” has no row among what is ranked here.',
    remedy:
      'Groups of cities stand in rankings of cities and of metropolitan areas, groups of institutions in those of institutions.',
  },
  'group-several': {
    what: 'It is not certain who is meant by {n} of the names.',
    remedy: 'Write the country beside the name, or the id in its place.',
  },
  'group-long': {
    what: 'The list has {n} lines; a group holds at most {most} members.',
    remedy: 'Paste fewer, or make several groups.',
  },
  'groups-full': {
    what: 'At most {most} groups can be kept.',
    remedy: 'Remove one that is not needed any more.',
  },
  'groups-damaged': {
    what: 'The kept groups cannot be read: {reason}',
    remedy: 'Mend {file}, or move it away. Nothing in it was changed.',
  },
  'recipe-empty': {
    what: 'No city, country or institution is named.',
    remedy: 'Name at least one place.',
  },
  'recipe-value': {
    what: '“{value}” is no ISSN, no id of OpenAlex and no code of a country.',
    remedy: 'ISSNs are such as 0028-0836, institutions I27837315, sources S137773608, countries PT.',
  },
  'recipe-years': {
    what: 'The years {value} end before they begin.',
    remedy: 'Give the earlier year first.',
  },
  'recipe-city-unknown': {
    what: 'No city of that name is known: “{city}”.',
    remedy: 'Name its country as well, such as “Lisbon, PT”.',
  },
  'recipe-city-ambiguous': {
    what: '“{city}” is a city in several countries: {countries}.',
    remedy: 'Name its country as well, such as “Lisbon, PT”.',
  },
  'recipe-city-empty': {
    what: 'None of the {read} institutions in the file lies in {city} ({country}).',
    remedy:
      'Run the script of the first step, then give the folder “data” that it fills. If it is filled, name the city as OpenAlex writes it.',
  },
  'recipe-nothing': {
    what: 'No work of “{dataset}” is cut, and no author is without an institution.',
    remedy: 'There is nothing to get anew.',
  },
  'scale-file': {
    what: '{file} cannot go into a plan.',
    remedy:
      'A plan takes institutions, journals, metropolitan areas and fields of subjects. Works are named by --works, and stay where they are.',
  },
  'scale-works': {
    what: 'A plan reads works as JSON lines, or a table of the engine whose columns are texts, lists and records of texts: {works}.',
    remedy:
      'Name the JSON lines of the snapshot, packed or not, or make such a table of the Parquet files first.',
  },
  'scale-titles': {
    what: 'The list of journals names {titles} journals by their title alone.',
    remedy: 'An engine finds journals by ISSN or source id: give one of them for each.',
  },
  'scale-foreign': {
    what: '{folder} is no folder of a plan, or of one made by another version of the app.',
    remedy: 'Name the folder in which plan.json lies, with its results.',
  },
  'scale-missing': {
    what: 'The plan has no results yet: {file} is not there.',
    remedy: 'Run all steps of the plan, then bring its whole folder here.',
  },
  'scale-differs': {
    what: 'The results in {folder} do not hold.',
    remedy:
      'Run the steps again from the first that differs, with the files of the plan as they were written.',
  },
  'city-ambiguous': { what: '“{city}” may be several cities.', remedy: 'Give the whole name.' },
  'region-unknown': {
    what: 'No city of the dataset lies in “{region}”.',
    remedy: 'Regions are given by their ISO code of two letters, such as CN or US.',
  },
  'year-unknown': {
    what: 'The dataset holds no figures of {year}.',
    remedy: 'It has figures of {years}; some years may be there in part only.',
  },
  'one-year': {
    what: 'The dataset holds articles of {year} alone; a change needs two years.',
    remedy: 'Look at its ranking, or add articles of another year.',
  },
  'figures-missing': {
    what: 'The dataset “{dataset}” holds no figures at all.',
    remedy: 'Choose another dataset, or import its files again.',
  },
  'edition-rejected': {
    what: 'The edition was not imported. Problems in its files: {issues}.',
    remedy: 'Mend the lines named and import again. What was stored before is as it was.',
  },
  'import-rejected': {
    what: 'The files were not imported. Problems in them: {issues}.',
    remedy: 'Mend what is named and import again. What was stored before is as it was.',
  },
  'import-records': {
    what: 'The files hold about {records} million records; an index counts {most} million at most.',
    remedy: 'Import fewer of them, or have an engine count them (scale plan). Nothing was begun.',
  },
  'import-disk': {
    what: 'The import would need about {needed} GB of the disk, of which {free} GB are free.',
    remedy:
      'Free some space, keep the data elsewhere (--data-dir), or import fewer files. Nothing was begun.',
  },
  'import-memory': {
    what: 'The import would need about {needed} GB of memory; this computer has {memory} GB.',
    remedy: 'Import fewer files, or have an engine count them (scale plan). Nothing was begun.',
  },
  'institution-unknown': {
    what: 'No institution is named “{institution}” in this dataset.',
    remedy: 'Names match in English or Chinese; an id such as I27837315 or a ROR id will do as well.',
  },
  'institution-ambiguous': {
    what: '“{institution}” may be several institutions.',
    remedy: 'Give the whole name, or the id.',
  },
  'entity-unknown': {
    what: 'The dataset has no {kind} “{id}”.',
    remedy: 'Check the name, or choose another kind of entity.',
  },
  'node-unknown': {
    what: 'The network has no node “{id}”.',
    remedy: 'Pinned and hidden nodes are given by their ids, as the network lists them.',
  },
  'not-computed': {
    what: 'The dataset “{dataset}” is a published edition: it does not hold the articles that this would be computed from.',
    remedy: 'Choose a computed index, import article-level files, or create the sample index.',
  },
  'articles-elsewhere': {
    what: 'The index “{dataset}” was counted by an engine: of its {articles} articles {sampled} are kept here, so what is asked for cannot be told from them.',
    remedy:
      'Shares, Counts, ranks and pairs are stored whole. For this question import the works themselves, or those of a part, on this machine.',
  },
  'not-an-index': {
    what: '“{dataset}” is a published edition: article-level files cannot be added to it.',
    remedy: 'Import them under another id.',
  },
  'samples-mixed': {
    what: '“{dataset}” is a synthetic sample: nothing is added to it.',
    remedy: 'Import the files under another id.',
  },
  'template-unreadable': {
    what: 'The template cannot be read: it is no PowerPoint file, is damaged, or is larger than a template can be.',
    remedy: 'Choose a PowerPoint template (.potx) or presentation (.pptx).',
  },
  'template-layout': {
    what: 'The template has no layout with a title alone, under which a figure could stand.',
    remedy: 'Add a layout of the kind "Title Only" to the template, or export without it.',
  },
  'template-size': {
    what: 'On the template’s slides the figure would shrink so far that its labels could not be read.',
    remedy: 'Choose a size that is nearer to the template’s, such as 4:3, or export without it.',
  },
  'file-token-unknown': { what: 'The folder is no longer at hand.', remedy: 'Choose it again.' },
  'file-unreadable': {
    what: '{file} cannot be read or written: {reason}.',
    remedy: 'Check that it exists and that you may use it.',
  },
  'file-odd': {
    what: '{file} is no file, but a device, a pipe or a socket.',
    remedy: 'Give a file, or a folder with files; what a pipe brings, write into a file first.',
  },
  'folder-empty': {
    what: 'The folder {folder} holds no file that can be read.',
    remedy: 'Give the folder in which the files lie, or the files themselves ({endings}).',
  },
  'file-not-ours': {
    what: '{file} was not made by Science Cities, or no longer says how.',
    remedy: 'Take a file that was exported here. A plain CSV holds its table alone and cannot lead back.',
  },
  'archive-foreign': {
    what: '{file} is not a dataset that this app exported.',
    remedy:
      'Take a file made by “Export” of a dataset. Article-level files, and folders of an edition, have an import of their own.',
  },
  'archive-damaged': {
    what: '{file} is damaged or incomplete: its part “{part}” is not as it was written.',
    remedy: 'Copy or export it once more. What was stored before is as it was.',
  },
  'archive-newer': {
    what: '{file} was exported by a newer version of the app.',
    remedy: 'Update the app to take it in.',
  },
  'backup-foreign': {
    what: '{file} is not a backup that this app made.',
    remedy:
      'Take a file made by “Back up everything”, or “datasets backup”. One dataset that was exported is taken in by “Import a dataset”.',
  },
  'backup-incomplete': {
    what: 'The backup is written, but could not have everything in it. Missing: {names}.',
    remedy:
      'Verify what is missing (under Datasets, or “datasets verify”), mend or remove it, and back up once more.',
  },
  'restore-incomplete': {
    what: 'Not everything of the backup could be restored. Missing: {names}.',
    remedy: 'See to the reason and restore once more: what is stored already stays.',
  },
  'report-empty': {
    what: 'The report has no page yet.',
    remedy: 'Choose a template, or add figures from the views.',
  },
  'format-unavailable': { what: 'This cannot be made in that format.', remedy: 'Choose another format.' },
  'picture-too-large': {
    what: 'The picture would have {pixels} million pixels; a PNG has at most {most} million.',
    remedy: 'Take SVG or PDF, which are sharp at any size, or fewer dots per inch.',
  },
  'folder-read-only': {
    what: 'The folder {folder} can be read, but not written.',
    remedy:
      'What is stored can be looked at and exported. To change something, have the folder made writable, or start the app with another (--data-dir or SCIENCE_CITIES_DATA).',
  },
  'disk-full': {
    what: 'The disk is full.',
    remedy: 'Free some space and try again. What was stored before is as it was.',
  },
  'app-damaged': {
    what: 'A file of the app is not the one that was installed: {file}.',
    remedy: 'Install the app again, from where you trust it. Your datasets are as they were.',
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
  issues: fileIssues,
}
