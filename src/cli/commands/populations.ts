import type { Command } from 'commander'
import { resolve } from 'node:path'
import type { Populations } from '../../shared/contract/populations.ts'
import type { Language } from '../../shared/domain/language.ts'
import { say } from '../io.ts'
import type { Runner } from '../runner.ts'
import { json } from '../session.ts'

/** The table from which Share per million inhabitants is made. */
export function addPopulations(program: Command, run: Runner): void {
  const populations = program
    .command('populations')
    .description('the table of populations, for Share per million inhabitants')
  populations
    .command('show')
    .description('which table is used')
    .action(
      run(async ({ client, format, write }, { lang }) => {
        const known = await client.call('populations.show', {})
        const { template: _, ...told } = known
        await write(format === 'table' ? `${sayPopulations(known, lang)}\n` : json(told))
      }),
    )
  populations
    .command('import')
    .argument('<file>', 'table: city, country, year, population, area, source')
    .description('takes a table in place of the one before')
    .action(
      run(async ({ core, client, tell }, { lang }, file) => {
        const { token } = await core.grantFiles([resolve(file ?? '')])
        tell(sayPopulations(await client.call('populations.replace', { files: token }), lang))
      }),
    )
  populations
    .command('template')
    .description('an empty table with the names of the edition’s cities')
    .action(
      run(async ({ client, write }) => {
        await write((await client.call('populations.show', {})).template)
      }),
    )
}

function sayPopulations({ file, rows, places, printed }: Populations, language: Language): string {
  return file === null
    ? say(language, 'populationsNone', { printed })
    : say(language, 'populations', { file, rows, places, printed })
}
