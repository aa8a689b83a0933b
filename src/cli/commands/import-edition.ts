import type { Command } from 'commander'
import { basename, resolve } from 'node:path'
import { AppError } from '../../shared/contract/errors.ts'
import { slug } from '../../shared/domain/slug.ts'
import { EARLIEST_YEAR, LATEST_YEAR } from '../../shared/domain/years.ts'
import type { CommonOptions } from '../io.ts'
import { say } from '../io.ts'
import { wholeNumber } from '../options.ts'
import type { Runner } from '../runner.ts'
import { withProgress } from '../run-import.ts'
import { json } from '../session.ts'

interface ImportOptions extends CommonOptions {
  as?: string
  name?: string
  year?: number
  replace?: boolean
  convert?: boolean
}

export function addImportEdition(parent: Command, run: Runner): void {
  parent
    .command('edition')
    .argument('<dir>', 'folder with the CSV files of a published edition')
    .description('a published edition from CSV files')
    .option('--as <id>', "id of the dataset (default: the folder's name)")
    .option('--name <text>', 'name of the dataset')
    .option(
      '--year <year>',
      'year of the figures, where the columns do not say it',
      wholeNumber(EARLIEST_YEAR, LATEST_YEAR),
    )
    .option('--replace', 'replace the dataset of that id')
    .option('--convert', 'accept a byte-order mark, CRLF and GB18030 by converting them')
    .action(
      run<ImportOptions>(async (session, options, dir) => {
        const { core, client, format, write, tell } = session
        const folder = resolve(dir ?? '.')
        const { token } = await core.grantFolder(folder).catch((error: NodeJS.ErrnoException) => {
          throw new AppError('file-unreadable', String(error), {
            values: { file: folder, reason: error.code ?? '' },
          })
        })
        const as = options.as ?? slug(basename(folder))
        const outcome = await withProgress(session, as, () =>
          client.call('imports.edition', {
            folder: token,
            as,
            replace: options.replace ?? false,
            convert: options.convert ?? false,
            ...(options.name === undefined ? {} : { name: options.name }),
            ...(options.year === undefined ? {} : { year: options.year }),
          }),
        )
        for (const { code, file, line, values } of outcome.notices) {
          tell(say(options.lang, `notice.${code}`, { file, line: line ?? '', ...values }))
        }
        const { name, dataset, version } = outcome.dataset
        const { read, stored, durationMs: ms } = outcome
        tell(say(options.lang, 'imported', { name, dataset, version, read, stored, ms }))
        if (format !== 'table') write(json(outcome))
      }),
    )
}
