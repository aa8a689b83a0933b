/** `scale plan`: the whole index as SQL for an engine of the user's. */
import type { Command } from 'commander'
import { Option } from 'commander'
import { join, resolve } from 'node:path'
import type { ScaleEngine } from '../../shared/domain/scale-engines.ts'
import { SCALE_ENGINES } from '../../shared/domain/scale-engines.ts'
import type { CommonOptions } from '../io.ts'
import { say } from '../io.ts'
import { given, typesOption, wholeNumber, yearOption } from '../options.ts'
import type { Runner } from '../runner.ts'
import type { Session } from '../session.ts'
import { json, writeFile } from '../session.ts'

interface PlanOptions extends CommonOptions {
  engine: ScaleEngine
  works: string
  institutions?: string[]
  journals?: string
  metros?: string
  subjects?: string
  from: number
  to: number
  types?: string[]
  includeRetracted?: boolean
  includeTruncated?: boolean
  spreadUnknown?: boolean
  shards?: number
  pairsFrom?: number
  sampleOf?: number
  cluster?: string
}

export function addScale(program: Command, run: Runner): void {
  program
    .command('scale')
    .description('indexes of more works than a laptop holds')
    .command('plan')
    .description('the SQL and tables by which an engine of yours makes the whole index; no work is read')
    .addOption(
      new Option('--engine <engine>', 'that will run it').choices(SCALE_ENGINES).makeOptionMandatory(),
    )
    .requiredOption('--works <address>', 'where the engine finds the works: files, a bucket, or a table')
    .option('--institutions <files...>', 'institutions of OpenAlex or ROR, which tell cities')
    .option('--journals <file>', 'list of journals: only their articles count')
    .option('--metros <file>', 'metropolitan areas (default: those of the app)')
    .option('--subjects <file>', 'fields of the five subjects (default: those of the app)')
    .addOption(yearOption('from', 'first year').makeOptionMandatory())
    .addOption(yearOption('to', 'last year').makeOptionMandatory())
    .addOption(typesOption())
    .option('--include-retracted', 'count retracted works')
    .option('--include-truncated', 'count works whose list of authors is cut, by the authors listed')
    .option('--spread-unknown', 'spread the parts of authors without affiliation over the others')
    .addOption(counted('--shards <number>', 'passes over the articles: more take less memory each', 1000))
    .addOption(counted('--pairs-from <number>', 'least joint articles of a pair in a year', 1_000_000))
    .addOption(counted('--sample-of <number>', 'one article in so many comes back whole', 1_000_000_000))
    .option('--cluster <name>', 'of ClickHouse: machines that read a bucket together')
    .option('--out <dir>', 'folder for the plan (without it, the steps are printed)')
    .action(run<PlanOptions>(writePlan))
}

const counted = (flags: string, says: string, most: number): Option =>
  new Option(flags, says).argParser(wholeNumber(1, most))

async function writePlan(session: Session, options: PlanOptions): Promise<void> {
  const { client, core, tell, write } = session
  const { engine, works, from, to, lang, date, out } = options
  const paths = [options.institutions, options.journals, options.metros, options.subjects].flatMap(
    (file) => file ?? [],
  )
  const files =
    paths.length === 0 ? undefined : (await core.grantFiles(paths.map((path) => resolve(path)))).token
  const plan = await client.call('scale.plan', {
    engine,
    works,
    from,
    to,
    language: lang,
    options: given({
      types: options.types,
      includeRetracted: options.includeRetracted,
      includeTruncated: options.includeTruncated,
      spreadUnknown: options.spreadUnknown,
    }),
    ...given({
      files,
      shards: options.shards,
      pairsFrom: options.pairsFrom,
      sampleOf: options.sampleOf,
      cluster: options.cluster,
      date,
    }),
  })
  if (out === undefined) {
    const steps = plan.files.filter(({ name }) => name.startsWith('sql/'))
    return write(session.format === 'table' ? steps.map(({ text }) => text).join('\n') : json(plan))
  }
  for (const { name, text } of plan.files) await writeFile(join(out, name), text)
  tell(say(lang, 'scalePlan', { folder: out, plan: plan.plan.slice(0, 12), files: plan.files.length }))
}
