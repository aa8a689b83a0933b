/** The data folder as one file, and back from it. */
import type { Command } from 'commander'
import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { LeftOut } from '../../shared/contract/backed-up.ts'
import type { RestoreReport } from '../../shared/contract/backups.ts'
import { AppError } from '../../shared/contract/errors.ts'
import { BACKUP_JOB, RESTORE_JOB } from '../../shared/domain/jobs.ts'
import type { Language } from '../../shared/domain/language.ts'
import { formatBytes, formatNumber } from '../../shared/format/numbers.ts'
import { translate } from '../../shared/i18n/index.ts'
import { whyKey } from '../../shared/i18n/why-key.ts'
import type { CommonOptions } from '../io.ts'
import { handOverTo, outOf } from '../out-file.ts'
import { withProgress } from '../run-import.ts'
import type { Runner } from '../runner.ts'
import type { Session } from '../session.ts'
import { json } from '../session.ts'

interface BackupOptions extends CommonOptions {
  replace?: boolean
}

export function addBackup(datasets: Command, run: Runner): void {
  datasets
    .command('backup')
    .option('--replace', 'write over a file that is there')
    .description('all datasets and what is kept for them, as one file (--out FILE)')
    .action(run<BackupOptions>(backUp))

  datasets
    .command('restore')
    .argument('<file>', 'a backup')
    .option('--replace', 'replace what is stored already')
    .description('take in what a backup holds; what is stored already stays')
    .action(run<BackupOptions>(restore))
}

/** What could not be read is named, and the command has failed then, though the file is there. */
async function backUp(session: Session, { out, replace }: BackupOptions): Promise<void> {
  const { client, options, tell } = session
  const { lang } = options
  const target = outOf(session, out, replace)
  const file = await withProgress(session, BACKUP_JOB, () => client.call('exports.backup', {}))
  const { size } = statSync(file.path ?? '')
  await handOverTo(target, file)
  const { datasets = 0, leftOut = [] } = file.backedUp ?? {}
  const n = datasetsOf(datasets, lang)
  tell(translate(lang, 'backup.cli.made', { n, file: target.named, size: formatBytes(size, lang) }))
  tellLeftOut(session, leftOut)
  if (leftOut.length > 0)
    throw incomplete(
      'backup-incomplete',
      leftOut.map(({ what }) => what),
    )
}

async function restore(session: Session, { replace = false }: BackupOptions, path = ''): Promise<void> {
  const { client, core, format, write, options, tell } = session
  const { lang } = options
  if (!existsSync(path)) {
    throw new AppError('file-unreadable', `${path}: ENOENT`, { values: { file: path, reason: 'ENOENT' } })
  }
  const { token } = await core.grantFiles([resolve(path)])
  const report = await withProgress(session, RESTORE_JOB, () =>
    client.call('backups.restore', { file: token, replace }),
  )
  if (format === 'table') write(linesOf(report, lang))
  else write(json(report))
  tellLeftOut(session, report.leftOut)
  const kept = [
    ...report.datasets.filter(({ outcome }) => outcome === 'kept'),
    ...report.lists.filter((each) => each.kept),
  ]
  if (kept.length > 0 && !replace) tell(translate(lang, 'backup.cli.hint'))
  const failed = [
    ...report.datasets.filter(({ code }) => code !== null).map(({ dataset }) => dataset),
    ...report.lists.filter(({ code }) => code !== null).map(({ list }) => list),
  ]
  if (failed.length > 0) throw incomplete('restore-incomplete', failed)
}

function tellLeftOut({ options: { lang }, tell }: Session, leftOut: readonly LeftOut[]): void {
  for (const { what, code } of leftOut)
    tell(translate(lang, 'backup.cli.leftOut', { what, why: translate(lang, whyKey(code)) }))
}

const datasetsOf = (n: number, lang: Language): string =>
  n === 1
    ? translate(lang, 'backup.oneDataset')
    : translate(lang, 'backup.datasets', { n: formatNumber(n, 0, lang) })

const incomplete = (code: 'backup-incomplete' | 'restore-incomplete', names: string[]): AppError =>
  new AppError(code, names.join(), { values: { names: names.join(', ') } })

function linesOf({ datasets, lists }: RestoreReport, lang: Language): string {
  const failed = (dataset: string, code: LeftOut['code']) =>
    translate(lang, 'backup.cli.failed', { dataset, why: translate(lang, whyKey(code)) })
  const lines = [
    ...datasets.map(({ dataset, outcome, code }) =>
      code
        ? failed(dataset, code)
        : translate(lang, 'backup.cli.dataset', {
            dataset,
            outcome: translate(lang, `backup.outcome.${outcome}`),
          }),
    ),
    ...lists.map(({ list, code, ...counts }) => {
      const name = translate(lang, `backup.lists.${list}`)
      if (code) return failed(name, code)
      const told = translate(lang, 'backup.counts', counts)
      return translate(lang, 'backup.cli.list', { list: name, counts: told })
    }),
  ]
  return lines.map((line) => `${line}\n`).join('')
}
