import type { Command } from 'commander'
import { Option } from 'commander'
import { resolve } from 'node:path'
import { refuseOdd } from '../../core/kept/odd-file.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { InputOf } from '../../shared/contract/index.ts'
import type { KindOf, RuleKind } from '../../shared/domain/file-kinds.ts'
import { FILE_KINDS } from '../../shared/domain/file-kinds.ts'
import type { CommonOptions } from '../io.ts'
import { typesOption } from '../options.ts'
import type { Runner } from '../runner.ts'
import { withProgress, writeOutcome } from '../run-import.ts'
import type { Session } from '../session.ts'
import type { TableOptions } from '../table-options.ts'
import { addTableOptions, tableGiven } from '../table-options.ts'

/** What may be given beside the articles; files are told by their content, whatever option names them. */
type Beside = KindOf<'institutions' | 'rule'>

const BESIDE: Record<Beside, string> = {
  institutions: 'institutions of OpenAlex, which tell names, cities and sectors',
  ror: 'institutions of ROR',
  journals: 'list of journals: only their articles count',
  labels: 'subjects of single articles, by id or DOI',
  metros: 'metropolitan areas (default: those of the app)',
  suburbs: 'suburbs and the cities that they are counted in, before those of the app',
  subjects: 'fields and journals of the five subjects (default: those of the app)',
}
const kindsBeside = Object.keys(BESIDE) as Beside[]

interface IndexOptions
  extends
    CommonOptions,
    TableOptions,
    Partial<Record<KindOf<'institutions'>, string[]>>,
    Partial<Record<RuleKind, string>> {
  as: string
  name?: string
  replace?: boolean
  add?: boolean
  types?: string[]
  includeRetracted?: boolean
  includeTruncated?: boolean
  spreadUnknown?: boolean
  printedPlaces: boolean
  words: boolean
  strict?: boolean
  collectedFor?: string
}

/** Rules of counting: an index that files are added to keeps its own. */
const COUNTING = [
  'types',
  'includeRetracted',
  'includeTruncated',
  'spreadUnknown',
  'printedPlaces',
  'words',
  'strict',
]

export function addImportWorks(parent: Command, run: Runner): void {
  const command = parent
    .command('works')
    .argument(
      '[files...]',
      'works of OpenAlex: JSON lines, arrays, pages or objects, plain, gzip or zstd; or folders',
    )
    .description('a computed index from article-level records of OpenAlex')
  addIndexOptions(command).action(run<IndexOptions>(importIndex))
}

export function addImportAffiliations(parent: Command, run: Runner): void {
  const command = parent
    .command('affiliations')
    .argument('[files...]', 'tables with a row for each affiliation of an author: CSV, TSV; or folders')
    .description('a computed index from tables of articles, authors and affiliations')
  addIndexOptions(addTableOptions(command)).action(run<IndexOptions>(importIndex))
}

function addIndexOptions(command: Command): Command {
  command.requiredOption('--as <id>', 'id of the dataset').option('--name <text>', 'name of the dataset')
  for (const kind of kindsBeside) {
    const value = FILE_KINDS[kind] === 'rule' ? '<file>' : '<files...>'
    command.option(`--${kind} ${value}`, BESIDE[kind])
  }
  return command
    .option('--collected-for <file>', 'recipe.json of the recipe by which the files were fetched')
    .addOption(new Option('--replace', 'replace the dataset of that id').conflicts('add'))
    .addOption(new Option('--add', 'add the files to the index of that id').conflicts(COUNTING))
    .addOption(typesOption())
    .option('--include-retracted', 'count retracted works')
    .option('--include-truncated', 'count works whose list of authors is cut, by the authors listed')
    .option('--spread-unknown', 'spread the parts of authors without affiliation over the others')
    .option('--no-printed-places', 'place nothing by the addresses that authors printed')
    .option(
      '--no-words',
      'keep no titles, names and affiliations: a smaller file without derivations in full',
    )
    .option('--strict', 'read every record wholly, to find faults in fields that are not used')
}

async function importIndex(session: Session, options: IndexOptions, ...files: string[]): Promise<void> {
  const { collectedFor } = options
  if (collectedFor !== undefined) await checkRecipe(collectedFor)
  const beside = kindsBeside.flatMap((kind) => options[kind] ?? [])
  const paths = [...files, ...beside, ...(collectedFor === undefined ? [] : [collectedFor])]
  if (paths.length === 0) throw new AppError('usage', 'no files', { values: { reason: 'No file is given.' } })
  const indexOptions = await countingOptions(session, options)
  const { token } = await session.core.grantFiles(paths.map((path) => resolve(path)))
  const outcome = await withProgress(session, options.as, () =>
    session.client.call('imports.index', {
      files: token,
      as: options.as,
      mode: options.add ? 'add' : options.replace ? 'replace' : 'create',
      options: indexOptions,
      ...(options.name === undefined ? {} : { name: options.name }),
    }),
  )
  writeOutcome(session, outcome)
}

/** Loaded when asked for, as most imports name none. @throws AppError file-odd; import-rejected with recipe-file */
async function checkRecipe(path: string): Promise<void> {
  await refuseOdd(resolve(path))
  const { readRecipeFile } = await import('../../core/import/collected/read-collected.ts')
  await readRecipeFile(resolve(path))
}

async function countingOptions(
  session: Session,
  options: IndexOptions,
): Promise<InputOf<'imports.index'>['options']> {
  return {
    includeRetracted: options.includeRetracted ?? false,
    includeTruncated: options.includeTruncated ?? false,
    spreadUnknown: options.spreadUnknown ?? false,
    printedPlaces: options.printedPlaces,
    keepWords: options.words,
    strict: options.strict ?? false,
    ...(options.types === undefined ? {} : { types: options.types }),
    ...(await tableGiven(session, options)),
  }
}
