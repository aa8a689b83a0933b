import type { Command } from 'commander'
import type { DatasetDetail } from '../../shared/contract/datasets.ts'
import type { Language } from '../../shared/domain/language.ts'
import { nameIn } from '../../shared/domain/language.ts'
import { formatBytes, formatNumber } from '../../shared/format/numbers.ts'
import { checkKey } from '../../shared/i18n/check-key.ts'
import { translate } from '../../shared/i18n/index.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { CommonOptions } from '../io.ts'
import { say } from '../io.ts'
import type { Runner } from '../runner.ts'
import { reportText } from '../import-report.ts'
import { json } from '../session.ts'
import { formatTable } from '../table.ts'
import { addBackup } from './backup.ts'
import { addDatasetActs } from './dataset-acts.ts'

export function addDatasets(program: Command, run: Runner): void {
  const datasets = program.command('datasets').description('the stored datasets')
  const column = (lang: CommonOptions['lang'], id: string) => say(lang, `columns.${id}`)

  datasets
    .command('list')
    .description('what is stored')
    .action(
      run(async ({ client, format, write }, { lang }) => {
        const { datasets: rows, dataDir } = await client.call('datasets.list', {})
        if (format !== 'table') return write(json({ dataDir, rows }))
        write(
          formatTable(rows, [
            { head: column(lang, 'dataset'), value: (row) => row.dataset },
            {
              head: column(lang, 'name'),
              value: (row) => nameIn(lang, row.name, row.nameZh),
            },
            {
              head: column(lang, 'kind'),
              value: (row) =>
                translate(
                  lang,
                  row.problem ? `datasets.problems.${row.problem}` : `common.kinds.${row.kind}`,
                ),
            },
            { head: column(lang, 'version'), value: (row) => row.version },
            {
              head: column(lang, 'cities'),
              value: (row) => formatNumber(row.cities, 0, lang),
              align: 'right',
            },
            {
              head: column(lang, 'figures'),
              value: (row) => formatNumber(row.figures, 0, lang),
              align: 'right',
            },
            { head: column(lang, 'bytes'), value: (row) => formatBytes(row.bytes, lang), align: 'right' },
          ]),
        )
      }),
    )

  datasets
    .command('show')
    .argument('<id>')
    .description('provenance and contents of a dataset')
    .action(
      run(async ({ client, format, write }, { lang }, id) => {
        const detail = await client.call('datasets.show', { dataset: id ?? '' })
        if (format !== 'table') return write(json(detail))
        write(
          `${nameIn(lang, detail.name, detail.nameZh)}  ${detail.version}\n${detail.citation} (${detail.licence})\n\n`,
        )
        if (detail.articles !== null) write(`${factsText(detail, lang)}\n\n`)
        write(
          formatTable(detail.sources, [
            { head: column(lang, 'file'), value: (row) => row.file },
            // Figures of an index follow from all its files together.
            detail.articles === null
              ? { head: column(lang, 'figures'), value: (row) => String(row.figures), align: 'right' }
              : { head: column(lang, 'bytes'), value: (row) => formatBytes(row.bytes, lang), align: 'right' },
            { head: column(lang, 'sha256'), value: (row) => row.sha256 },
          ]),
        )
      }),
    )

  datasets
    .command('verify')
    .argument('<id>')
    .description('is the dataset as it was stored, and does it follow from what it keeps?')
    .action(
      run(async ({ client, format, write }, { lang }, id) => {
        const report = await client.call('datasets.verify', { dataset: id ?? '' })
        write(
          format !== 'table'
            ? json(report)
            : formatTable(report.checks, [
                { head: column(lang, 'check'), value: (row) => translate(lang, checkKey(report, row)) },
                {
                  head: column(lang, 'result'),
                  value: ({ ok }) => say(lang, ok === null ? 'notDone' : ok ? 'ok' : 'failed'),
                },
                { head: column(lang, 'detail'), value: (row) => row.detail },
              ]),
        )
        if (!report.ok) {
          const failed = report.checks.find(({ ok }) => ok === false)
          throw new AppError('dataset-damaged', failed?.detail ?? '', { values: { dataset: id ?? '' } })
        }
      }),
    )

  datasets
    .command('report')
    .argument('<id>')
    .description('what the import of a computed index read, stored, rejected and noticed')
    .action(
      run(async ({ client, format, write, tell }, { lang }, id) => {
        const list = await client.call('datasets.report', { dataset: id ?? '' })
        if (format !== 'table') return write(json(list))
        const [latest] = list.reports
        if (latest) write(reportText(latest, lang))
        else tell(say(lang, 'noReports'))
      }),
    )

  datasets
    .command('remove')
    .argument('<id>')
    .description('remove a dataset')
    .action(
      run(async ({ client, tell }, { lang }, id) => {
        const { removed } = await client.call('datasets.remove', { dataset: id ?? '' })
        tell(say(lang, 'removed', { dataset: removed }))
      }),
    )

  addDatasetActs(datasets, run)
  addBackup(datasets, run)
}

/** `Computed, 1,200 articles, 310 institutions, 95 cities, 2019–2023, 12 MB` */
function factsText(detail: DatasetDetail, lang: Language): string {
  const number = (value: number | null) => formatNumber(value ?? 0, 0, lang)
  const years = detail.years.map(({ year }) => year)
  return say(lang, 'facts', {
    kind: translate(lang, `common.kinds.${detail.kind}`),
    articles: number(detail.articles),
    institutions: number(detail.institutions),
    cities: number(detail.cities),
    first: Math.min(...years),
    last: Math.max(...years),
    size: formatBytes(detail.bytes, lang),
  })
}
