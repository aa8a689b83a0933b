import type { Command } from 'commander'
import { Option } from 'commander'
import { collaborationColumns } from '../columns.ts'
import type { CommonOptions } from '../io.ts'
import { say } from '../io.ts'
import { subjectOption, wholeNumber, yearOption } from '../options.ts'
import type { Runner } from '../program.ts'
import { json, writeExport } from '../session.ts'
import { formatTable } from '../table.ts'

interface CollaborationOptions extends CommonOptions {
  between: 'institutions'
  city?: string
  subject: string
  year?: number
  limit: number
}

export function addCollaborations(program: Command, run: Runner): void {
  program
    .command('collaborations')
    .description('institution pairs by bilateral collaboration score')
    .addOption(
      new Option('--between <entities>', 'what the pairs are')
        .choices(['institutions'])
        .default('institutions'),
    )
    .option('--city <name>', 'pairs of one city')
    .addOption(subjectOption())
    .addOption(yearOption())
    .option('--limit <n>', 'rows at most', wholeNumber(1, 5000), 500)
    .action(
      run<CollaborationOptions>(async (session, options) => {
        const filters = {
          dataset: options.dataset,
          subject: options.subject,
          ...(options.city === undefined ? {} : { city: options.city }),
          ...(options.year === undefined ? {} : { year: options.year }),
        }
        if (session.format === 'csv' || session.format === 'csv-excel') {
          return writeExport(session, { of: 'collaborations', input: filters })
        }
        const list = await session.client.call('collaborations.list', { ...filters, limit: options.limit })
        if (session.format === 'json') return session.write(json(list))
        session.write(formatTable(list.rows, collaborationColumns(options.lang)))
        if (list.total === 0) session.tell(say(options.lang, 'empty'))
        if (list.truncated)
          session.tell(say(options.lang, 'more', { shown: list.rows.length, total: list.total }))
      }),
    )
}
