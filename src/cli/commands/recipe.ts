/** `recipe`: what to fetch from OpenAlex for a place, as a folder of addresses and scripts. */
import type { Command } from 'commander'
import { Option } from 'commander'
import { join, resolve } from 'node:path'
import { AppError } from '../../shared/contract/errors.ts'
import type { Recipe } from '../../shared/contract/recipes.ts'
import type { CommonOptions } from '../io.ts'
import { say } from '../io.ts'
import { given, wholeNumber, yearOption } from '../options.ts'
import { readGiven } from '../read-given.ts'
import type { Runner } from '../runner.ts'
import type { Session } from '../session.ts'
import { json, writeFile } from '../session.ts'

interface RecipeOptions extends CommonOptions {
  city: string[]
  country: string[]
  institution: string[]
  lineage?: boolean
  from?: number
  to?: number
  journals?: string
  field: number[]
  script?: 'sh' | 'ps1'
  institutions?: string
  missing?: string
  cutOnly?: boolean
}

export function addRecipe(program: Command, run: Runner): void {
  program
    .command('recipe')
    .description(
      'what to fetch from OpenAlex for a place: addresses and scripts. Nothing is asked of the net.',
    )
    .addOption(repeated('--city <name>', 'a city or metropolitan area, also as "Lisbon, PT"'))
    .addOption(repeated('--country <name>', 'a country, by its code or name in English or Chinese'))
    .addOption(repeated('--institution <id>', 'an institution of OpenAlex, such as I27837315'))
    .option('--lineage', 'with what belongs to the institutions')
    .addOption(yearOption('from', 'first year'))
    .addOption(yearOption('to', 'last year'))
    .option('--journals <file>', 'ISSNs or ids of sources (S137773608), apart by spaces, commas or lines')
    .addOption(repeated('--field <number>', 'a field of OpenAlex, 11 to 36', wholeNumber(11, 36)))
    .addOption(
      new Option('--script <kind>', 'write this script alone (default: both)').choices(['sh', 'ps1']),
    )
    .option(
      '--institutions <file>',
      "institutions of the city's country, as the first step fetched them: a file or its folder",
    )
    .option(
      '--missing <dataset>',
      'instead of a place: works of this index with a cut list of authors, and articles with authors without an institution',
    )
    .option('--cut-only', 'with --missing: works with a cut list of authors alone')
    .option('--out <dir>', 'folder for the files (without it, the recipe is printed)')
    .action(run<RecipeOptions>(writeRecipe))
}

/** An option that may be given several times. */
function repeated(flags: string, says: string, parse: (text: string) => unknown = (text) => text): Option {
  const add = (text: string, before: unknown[]): unknown[] => [...before, parse(text)]
  return new Option(flags, says).default([], '').argParser(add)
}

async function writeRecipe(session: Session, options: RecipeOptions): Promise<void> {
  if (options.missing !== undefined) return writeMissing(session, options, options.missing)
  const { client, core, tell, write } = session
  const { city, country, institution, lineage, from, to, field, lang, date, out } = options
  if (from === undefined || to === undefined) {
    throw new AppError('usage', 'no years', { values: { reason: say(lang, 'recipeYears') } })
  }
  const file =
    options.institutions === undefined
      ? undefined
      : (await core.grantFiles([resolve(options.institutions)])).token
  const recipe = await client.call('recipes.make', {
    cities: city,
    countries: country,
    institutions: institution,
    lineage: lineage ?? false,
    from,
    to,
    journals: options.journals === undefined ? [] : await journalsIn(options.journals),
    fields: field,
    language: lang,
    date: date ?? new Date().toISOString().slice(0, 10),
    ...given({ file }),
  })
  if (out === undefined) return write(session.format === 'table' ? addressesOf(recipe) : json(recipe))
  await writeFiles(recipe.files, out, options.script)
  tell(
    say(lang, recipe.step === 1 ? 'recipeFirst' : 'recipeSecond', {
      folder: out,
      lists: recipe.lists.length,
    }),
  )
}

/** @throws AppError dataset-unknown, not-computed, recipe-nothing */
async function writeMissing(session: Session, options: RecipeOptions, dataset: string): Promise<void> {
  const { lang, out } = options
  const missing = await session.client.call('recipes.missing', {
    dataset,
    withoutInstitution: options.cutOnly !== true,
    language: lang,
    date: options.date ?? new Date().toISOString().slice(0, 10),
    files: true,
  })
  if (missing.listed === 0) throw new AppError('recipe-nothing', dataset, { values: { dataset } })
  const { files, ...counts } = missing
  const addresses = files.find(({ name }) => name === 'addresses.txt')?.text ?? ''
  if (out === undefined) {
    const told = {
      ...counts,
      addresses: addresses
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(line.indexOf('\t') + 1)),
    }
    return session.write(session.format === 'table' ? addresses : json(told))
  }
  await writeFiles(files, out, options.script)
  const all = (missing.cut ?? 0) + (options.cutOnly === true ? 0 : missing.withoutInstitution)
  session.tell(say(lang, 'recipeMissing', { folder: out, shown: missing.listed, total: all, dataset }))
}

async function writeFiles(
  files: Recipe['files'],
  out: string,
  script: 'sh' | 'ps1' | undefined,
): Promise<void> {
  for (const { name, text } of files) if (isWanted(name, script)) await writeFile(join(out, name), text)
}

const addressesOf = ({ lists }: Recipe): string => lists.map(({ address }) => `${address}\n`).join('')

const isWanted = (name: string, script: 'sh' | 'ps1' | undefined): boolean =>
  script === undefined || !name.startsWith('get-data.') || name === `get-data.${script}`

/** ISSNs and ids in a text or table of any form. @throws AppError file-odd, file-unreadable; recipe-value where it names none */
async function journalsIn(path: string): Promise<string[]> {
  const text = (await readGiven(path)).toString('utf8')
  const found = text.match(/\b\d{4}-?\d{3}[\dXx]\b|\bS\d{4,15}\b/g)
  if (!found) throw new AppError('recipe-value', path, { values: { value: path } })
  return [...new Set(found)]
}
