/** `recipe`: what to fetch from OpenAlex for a place, as a folder of addresses and scripts. */
import type { Command } from 'commander'
import { Option } from 'commander'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { AppError } from '../../shared/contract/errors.ts'
import type { Recipe } from '../../shared/contract/recipes.ts'
import type { CommonOptions } from '../io.ts'
import { say } from '../io.ts'
import { given, region, wholeNumber, yearOption } from '../options.ts'
import type { Runner } from '../runner.ts'
import type { Session } from '../session.ts'
import { json, writeFile } from '../session.ts'

interface RecipeOptions extends CommonOptions {
  city: string[]
  country: string[]
  institution: string[]
  lineage?: boolean
  from: number
  to: number
  journals?: string
  field: number[]
  script?: 'sh' | 'ps1'
  institutions?: string
}

export function addRecipe(program: Command, run: Runner): void {
  program
    .command('recipe')
    .description(
      'what to fetch from OpenAlex for a place: addresses and scripts. Nothing is asked of the net.',
    )
    .addOption(repeated('--city <name>', 'a city or metropolitan area, also as "Lisbon, PT"'))
    .addOption(repeated('--country <code>', 'a country (ISO 3166-1 alpha-2)', region))
    .addOption(repeated('--institution <id>', 'an institution of OpenAlex, such as I27837315'))
    .option('--lineage', 'with what belongs to the institutions')
    .addOption(yearOption('from', 'first year').makeOptionMandatory())
    .addOption(yearOption('to', 'last year').makeOptionMandatory())
    .option('--journals <file>', 'ISSNs or ids of sources (S137773608), apart by spaces, commas or lines')
    .addOption(repeated('--field <number>', 'a field of OpenAlex, 11 to 36', wholeNumber(11, 36)))
    .addOption(
      new Option('--script <kind>', 'write this script alone (default: both)').choices(['sh', 'ps1']),
    )
    .option(
      '--institutions <file>',
      "institutions of the city's country, as the first step fetched them: a file or its folder",
    )
    .option('--out <dir>', 'folder for the files (without it, the recipe is printed)')
    .action(run<RecipeOptions>(writeRecipe))
}

/** An option that may be given several times. */
function repeated(flags: string, says: string, parse: (text: string) => unknown = (text) => text): Option {
  const add = (text: string, before: unknown[]): unknown[] => [...before, parse(text)]
  return new Option(flags, says).default([], '').argParser(add)
}

async function writeRecipe(session: Session, options: RecipeOptions): Promise<void> {
  const { client, core, tell, write } = session
  const { city, country, institution, lineage, from, to, field, lang, date, out } = options
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
  const files = recipe.files.filter(({ name }) => isWanted(name, options.script))
  for (const { name, text } of files) await writeFile(join(out, name), text)
  tell(
    say(lang, recipe.step === 1 ? 'recipeFirst' : 'recipeSecond', {
      folder: out,
      lists: recipe.lists.length,
    }),
  )
}

const addressesOf = ({ lists }: Recipe): string => lists.map(({ address }) => `${address}\n`).join('')

const isWanted = (name: string, script: 'sh' | 'ps1' | undefined): boolean =>
  script === undefined || !name.startsWith('get-data.') || name === `get-data.${script}`

/** ISSNs and ids in a text or table of any form. @throws AppError file-unreadable; recipe-value where it names none */
async function journalsIn(path: string): Promise<string[]> {
  let text: string
  try {
    text = await readFile(resolve(path), 'utf8')
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new AppError('file-unreadable', path, { values: { file: path, reason } })
  }
  const found = text.match(/\b\d{4}-?\d{3}[\dXx]\b|\bS\d{4,15}\b/g)
  if (!found) throw new AppError('recipe-value', path, { values: { value: path } })
  return [...new Set(found)]
}
