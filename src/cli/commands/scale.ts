/** `scale plan`: the whole index as SQL for an engine of the user's. */
import type { Command } from 'commander'
import { Option } from 'commander'
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { AppError } from '../../shared/contract/errors.ts'
import type { ScalePlan } from '../../shared/contract/scale.ts'
import type { Language } from '../../shared/domain/language.ts'
import type { ScaleEngine } from '../../shared/domain/scale-engines.ts'
import { ENGINE_NAMES, SCALE_ENGINES } from '../../shared/domain/scale-engines.ts'
import { translate } from '../../shared/i18n/index.ts'
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
  const scale = program.command('scale').description('indexes of more works than a laptop holds')
  scale
    .command('check')
    .argument('<folder>', 'of a plan, with its results')
    .description('whether the results of a plan are what it asked for, and add up')
    .action(run<CommonOptions>(checkPlan))
  scale
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
    .addOption(counted('--pairs-from <number>', 'least joint articles of a pair in all years', 1_000_000))
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
  refuseOther(out, plan.files, lang)
  for (const { name, text } of plan.files) await writeFile(join(out, name), text)
  tell(say(lang, 'scalePlan', { folder: out, plan: plan.plan.slice(0, 12), files: plan.files.length }))
}

/** Steps of another plan would be run with those of this one. @throws AppError usage */
function refuseOther(out: string, files: ScalePlan['files'], lang: Language): void {
  const steps = existsSync(join(out, 'sql')) ? readdirSync(join(out, 'sql')) : []
  if (steps.every((step) => files.some(({ name }) => name === `sql/${step}`))) return
  throw new AppError('usage', out, { values: { reason: say(lang, 'scaleThere', { folder: out }) } })
}

/** @throws AppError scale-differs where the results do not hold */
async function checkPlan(session: Session, { lang }: CommonOptions, folder: string): Promise<void> {
  const { client, core, tell, write } = session
  const { token } = await core.grantFiles([resolve(folder)])
  const check = await client.call('scale.check', { files: token })
  if (session.format === 'json') await write(json(check))
  const words = (key: string, values = {}) => translate(lang, `scale.check.${key}`, values)
  for (const { check: which, compared, differences, named } of check.findings) {
    const values = { what: words(which), compared, differences, named: named.join('; ') }
    tell(words(differences === 0 ? 'holds' : 'differs', values))
  }
  if (check.unread > 0) tell(words('unread', { unread: check.unread }))
  if (!check.holds) throw new AppError('scale-differs', folder, { values: { folder } })
  tell(words('all', { engine: ENGINE_NAMES[check.engine], articles: check.articles, sampled: check.sampled }))
}
