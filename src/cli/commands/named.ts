/** What every list of kept things can do from the command line, whatever is kept. */
import type { Command } from 'commander'
import { translate } from '../../shared/i18n/index.ts'
import type { Runner } from '../runner.ts'
import type { Session } from '../session.ts'

interface NamedThing {
  /** `a group`, for the descriptions. */
  thing: string
  /** Key of the words `renamed` and `removed`. */
  words: string
  rename: (client: Session['client'], names: { name: string; to: string }) => Promise<unknown>
  remove: (client: Session['client'], name: string) => Promise<unknown>
}

/** Adds `rename <name> <new>` and `remove <name>`. */
export function addRenameAndRemove(
  command: Command,
  run: Runner,
  { thing, words, rename, remove }: NamedThing,
): void {
  command
    .command('rename')
    .argument('<name>')
    .argument('<new>')
    .description(`keep ${thing} under another name`)
    .action(
      run(async ({ client, tell, options }, _options, name = '', to = '') => {
        await rename(client, { name, to })
        tell(translate(options.lang, `${words}.renamed`, { name, to }))
      }),
    )
  command
    .command('remove')
    .argument('<name>')
    .description(`keep ${thing} no longer`)
    .action(
      run(async ({ client, tell, options }, _options, name = '') => {
        await remove(client, name)
        tell(translate(options.lang, `${words}.removed`, { name }))
      }),
    )
}
