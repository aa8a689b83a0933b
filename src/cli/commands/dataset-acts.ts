/** Datasets as wholes: duplicate, rename, and as one file to and from another computer. */
import type { Command } from 'commander'
import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { DatasetSummary } from '../../shared/contract/datasets.ts'
import { AppError } from '../../shared/contract/errors.ts'
import { nameIn } from '../../shared/domain/language.ts'
import { formatBytes } from '../../shared/format/numbers.ts'
import { translate } from '../../shared/i18n/index.ts'
import type { CommonOptions } from '../io.ts'
import { given } from '../options.ts'
import { handOverTo, outOf } from '../out-file.ts'
import { withProgress } from '../run-import.ts'
import type { Runner } from '../runner.ts'
import type { Session } from '../session.ts'
import { json } from '../session.ts'

interface ActOptions extends CommonOptions {
  as?: string
  name?: string
  replace?: boolean
}

export function addDatasetActs(datasets: Command, run: Runner): void {
  datasets
    .command('duplicate')
    .argument('<id>')
    .argument('<new>', 'id of the copy')
    .option('--name <text>', 'name of the copy')
    .description('a copy of a dataset, with its report and the places of its networks')
    .action(run<ActOptions>((session, options, id, as) => copy(session, options, 'duplicate', id, as)))

  datasets
    .command('rename')
    .argument('<id>')
    .argument('<new>', 'the new id; the old one to change the name alone')
    .option('--name <text>', 'another name')
    .description('another id, or another name, for a dataset')
    .action(run<ActOptions>((session, options, id, as) => copy(session, options, 'rename', id, as)))

  datasets
    .command('export')
    .argument('<id>')
    .option('--replace', 'write over a file that is there')
    .description('a dataset, with its report, as one file for another computer (--out FILE)')
    .action(run<ActOptions>(exportDataset))

  datasets
    .command('import')
    .argument('<file>', 'a dataset that was exported')
    .option('--as <id>', 'id of the dataset (default: as it was exported)')
    .option('--name <text>', 'name of the dataset')
    .option('--replace', 'replace the dataset of that id')
    .description('take in a dataset that was exported as one file')
    .action(run<ActOptions>(importDataset))
}

async function copy(
  session: Session,
  { name }: ActOptions,
  act: 'duplicate' | 'rename',
  id = '',
  as = '',
): Promise<void> {
  const { dataset } = await withProgress(session, as, () =>
    session.client.call(`datasets.${act}`, { dataset: id, as, ...given({ name }) }),
  )
  told(session, dataset, act === 'duplicate' ? 'duplicated' : 'renamed', { from: id })
  if (session.format !== 'table') await session.write(json({ dataset }))
}

function told(session: Session, dataset: DatasetSummary, key: string, values: Record<string, string>): void {
  const { lang } = session.options
  const name = nameIn(lang, dataset.name, dataset.nameZh)
  const { dataset: id, version } = dataset
  session.tell(translate(lang, `acts.cli.${key}`, { dataset: id, name, version, ...values }))
}

async function exportDataset(session: Session, { out, replace }: ActOptions, id = ''): Promise<void> {
  const { lang } = session.options
  const target = outOf(session, out, replace)
  const file = await withProgress(session, id, () => session.client.call('exports.dataset', { dataset: id }))
  const { size } = statSync(file.path ?? '')
  await handOverTo(target, file)
  const values = { dataset: id, file: target.named, size: formatBytes(size, lang) }
  session.tell(translate(lang, 'acts.cli.exported', values))
}

async function importDataset(session: Session, options: ActOptions, path = ''): Promise<void> {
  const { client, core, format, write } = session
  if (!existsSync(path)) {
    throw new AppError('file-unreadable', `${path}: ENOENT`, { values: { file: path, reason: 'ENOENT' } })
  }
  const { token } = await core.grantFiles([resolve(path)])
  const found = await client.call('datasets.preview', { file: token })
  const { name, replace } = options
  const as = options.as ?? found.dataset
  const { dataset } = await withProgress(session, as, () =>
    client.call('datasets.import', { file: token, as, ...given({ name, replace }) }),
  )
  told(session, dataset, 'imported', { file: found.file })
  if (format !== 'table') await write(json({ dataset }))
}
