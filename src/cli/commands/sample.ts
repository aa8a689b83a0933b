import type { Command } from 'commander'
import { Option } from 'commander'
import type { CommonOptions } from '../io.ts'
import { given, number, wholeNumber } from '../options.ts'
import type { Runner } from '../runner.ts'
import { withProgress, writeOutcome } from '../run-import.ts'

interface SampleOptions extends CommonOptions {
  as: string
  scale?: number
  articles?: number
  seed: number
  replace?: boolean
}

/** About as many articles has a sample whose Shares are those printed. */
const FULL_SIZE = 340_000
const LEAST_SCALE = 0.05

export function addSample(program: Command, run: Runner): void {
  program
    .command('sample')
    .description('a synthetic index to try things with')
    .command('create')
    .description('makes it: the same from the same seed, and marked as a sample everywhere')
    .option('--as <id>', 'id of the dataset', 'sample')
    .addOption(
      new Option('--scale <part>', 'size, 0.05 to 1 (default: 1, Shares as printed for 2023)')
        .argParser(number(LEAST_SCALE, 1))
        .conflicts('articles'),
    )
    .option(
      '--articles <n>',
      'the same by articles in all, about',
      wholeNumber(FULL_SIZE * LEAST_SCALE, FULL_SIZE),
    )
    .option('--seed <n>', 'seed of the random numbers', wholeNumber(0, 2 ** 31), 1)
    .option('--replace', 'replace the dataset of that id')
    .action(
      run<SampleOptions>(async (session, { as, articles, scale, seed, replace = false }) => {
        const size = given({ scale: articles === undefined ? scale : articles / FULL_SIZE })
        const outcome = await withProgress(session, as, () =>
          session.client.call('samples.create', { ...size, as, seed, replace }),
        )
        writeOutcome(session, outcome)
      }),
    )
}
