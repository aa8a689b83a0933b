import type { Command } from 'commander'
import { resolve } from 'node:path'
import type { CommonOptions } from '../io.ts'
import type { Runner } from '../runner.ts'
import { withProgress, writeOutcome } from '../run-import.ts'

interface PlanResultOptions extends CommonOptions {
  as: string
  name?: string
  replace?: boolean
}

export function addImportPlanResult(parent: Command, run: Runner): void {
  parent
    .command('plan-result')
    .argument('<dir>', 'folder of a plan, with the results of an engine')
    .description('a computed index from what an engine made by a plan (see "scale plan")')
    .requiredOption('--as <id>', 'id of the dataset')
    .option('--name <text>', 'name of the dataset')
    .option('--replace', 'replace the dataset of that id')
    .action(
      run<PlanResultOptions>(async (session, { as, name, replace }, dir) => {
        const folder = resolve(dir ?? '.')
        const { token } = await session.core.grantFiles([folder])
        const outcome = await withProgress(session, as, () =>
          session.client.call('imports.planResult', {
            files: token,
            as,
            replace: replace ?? false,
            ...(name === undefined ? {} : { name }),
          }),
        )
        writeOutcome(session, outcome)
      }),
    )
}
