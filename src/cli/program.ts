/** The command line as one program: commands, common options, exit codes. */
import { Command, CommanderError, Option } from 'commander'
import { appVersion } from '../core/app-info.ts'
import { AppError } from '../shared/contract/errors.ts'
import { formatNames, FIGURE_FORMATS, GRAPH_FORMATS, TABLE_FORMATS } from '../shared/domain/file-formats.ts'
import { inLines } from '../shared/format/hidden-signs.ts'
import type { Language } from '../shared/domain/language.ts'
import { languageOf, LANGUAGES } from '../shared/domain/language.ts'
import { addCity, addCompare } from './commands/city.ts'
import { addCollaborations } from './commands/collaborations.ts'
import { addDatasets } from './commands/datasets.ts'
import { addDerive } from './commands/derive.ts'
import { addComparisons } from './commands/comparisons.ts'
import { addGroups } from './commands/groups.ts'
import { addImport } from './commands/import.ts'
import { addInstitution } from './commands/institution.ts'
import { addInstitutions } from './commands/institutions.ts'
import { addMap } from './commands/map.ts'
import { addNetwork } from './commands/network.ts'
import { addPopulations } from './commands/populations.ts'
import { addProfiles } from './commands/profiles.ts'
import { addRank } from './commands/rank.ts'
import { addRecipe } from './commands/recipe.ts'
import { addReport } from './commands/report.ts'
import { addRising } from './commands/rising.ts'
import { addOpen, addVerify, Reported } from './commands/reopen.ts'
import { addSample } from './commands/sample.ts'
import { addScale } from './commands/scale.ts'
import { addServe } from './commands/serve.ts'
import { exitCodeOf, failureText } from './failure.ts'
import type { CommonOptions, Io } from './io.ts'
import type { Runner } from './runner.ts'
import { tellCollected } from './tell-collected.ts'
import { withSession } from './session.ts'

/** Runs one command line. @returns the exit code: 0 done, 1 failed, 2 wrong usage, 3 input rejected. */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
  let language: Language = 'en'
  const run: Runner =
    (work) =>
    async (...given) => {
      const command = given.at(-1) as Command
      const options = command.optsWithGlobals()
      // A report may be in both languages; what is said about it is in one.
      language = languageOf(String(options['lang'])) ?? 'en'
      const args = given
        .slice(0, -2)
        .flat()
        .filter((arg): arg is string => typeof arg === 'string')
      await withSession({ ...options, lang: language } as CommonOptions, io, async (session) => {
        if (command.getOptionValueSource('dataset') !== 'default') await tellCollected(session)
        await work(session, options as never, ...args)
      })
    }
  const program = buildProgram(run, io)
  try {
    await program.parseAsync(args, { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof Reported) return error.exitCode ?? exitCodeOf(error.error)
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const known = error instanceof AppError ? error : new AppError('internal', String(error))
    io.stderr(inLines(failureText(known, language)))
    return exitCodeOf(known)
  }
}

function buildProgram(run: Runner, io: Io): Command {
  const program = new Command('science-cities')
  program
    .description('City rankings, profiles and collaborations from research output, offline.')
    .version(appVersion)
    .configureOutput({ writeOut: (text) => io.stdout(text), writeErr: (text) => io.stderr(inLines(text)) })
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('Add --help to see how the command is used.')
    .exitOverride()
  addDatasets(program, run)
  addRank(program, run)
  addRising(program, run)
  addCity(program, run)
  addCompare(program, run)
  addInstitution(program, run)
  addInstitutions(program, run)
  addCollaborations(program, run)
  addNetwork(program, run)
  addMap(program, run)
  addDerive(program, run)
  addImport(program, run)
  addOpen(program, run)
  addVerify(program, run)
  addSample(program, run)
  addRecipe(program, run)
  addReport(program, run)
  addPopulations(program, run)
  addProfiles(program, run)
  addGroups(program, run)
  addComparisons(program, run)
  addScale(program, run)
  addServe(program, run)
  for (const command of leaves(program)) addCommonOptions(command)
  return program
}

/** Commands that do something, each of which takes the common options. */
function leaves(command: Command): Command[] {
  return command.commands.length === 0
    ? [command]
    : command.commands.flatMap((child) => leaves(child as Command))
}

/** A command that writes more than tables lists its further formats under its name. */
const FURTHER_FORMATS: Record<string, readonly string[]> = {
  rank: formatNames(FIGURE_FORMATS),
  rising: formatNames(FIGURE_FORMATS),
  city: formatNames(FIGURE_FORMATS),
  compare: formatNames(FIGURE_FORMATS),
  collaborations: formatNames(FIGURE_FORMATS),
  network: [...formatNames(GRAPH_FORMATS), ...formatNames(FIGURE_FORMATS)],
  map: formatNames(FIGURE_FORMATS),
}

function formatOption(command: Command): Option {
  const further = FURTHER_FORMATS[command.name()] ?? []
  const formats = new Set(['table', ...formatNames(TABLE_FORMATS), ...further])
  return new Option('--format <format>', 'table on a terminal, else json').choices([...formats])
}

/** A command that knows more of an option brings its own. */
function addCommonOptions(command: Command): void {
  const common = [
    new Option('--dataset <id>', 'dataset').default('science-cities-2024'),
    formatOption(command),
    new Option('--out <file>', 'write to a file'),
    new Option('--data-dir <dir>', 'folder of the datasets (or SCIENCE_CITIES_DATA)'),
    new Option('--quiet', 'no messages on stderr'),
    new Option('--lang <language>', 'language of heads and messages').choices(LANGUAGES).default('en'),
    new Option('--date <iso>', 'date to print in the citation block'),
    new Option('--separator <sign>', 'between the cells of csv-excel').choices(['comma', 'semicolon', 'tab']),
    new Option('--decimal <sign>', 'decimal sign of csv-excel').choices(['point', 'comma']),
  ]
  for (const option of common)
    if (command.options.every(({ long }) => long !== option.long)) command.addOption(option)
}
