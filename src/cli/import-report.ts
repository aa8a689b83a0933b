/** The report of an import as tables: what was read, stored, rejected and noticed. */
import type { ImportReport } from '../shared/contract/import-report.ts'
import type { Language } from '../shared/domain/language.ts'
import { formatBytes, formatNumber } from '../shared/format/numbers.ts'
import { translate } from '../shared/i18n/index.ts'
import { formatTable } from './table.ts'

/** Rows of the lists of strings and of rejected records; JSON has all. */
const LISTED = 10

type Line = readonly [text: string, count: number]

export function reportText(report: ImportReport, language: Language): string {
  const say = (key: string, values = {}) => translate(language, `imports.${key}`, values)
  const rejected = report.rejected.reduce((sum, { count }) => sum + count, 0)
  const lines: Line[] = [
    [say('report.read'), report.read],
    [say('report.stored'), report.stored],
    [say('report.rejected'), rejected],
    ...report.rejected.map(({ reason, count }): Line => [`  ${say(`rejections.${reason}`)}`, count]),
    [say('report.articles'), report.articles],
  ]
  const noticed: Line[] = report.oddities.map(({ oddity, count }) => [say(`oddities.${oddity}`), count])
  if (report.contradicting > 0) noticed.push([say('report.contradicting'), report.contradicting])
  const { read, matched, unmatched, withoutCity } = report.institutions
  const institutions: Line[] = [
    [say('report.institutionsRead'), read],
    [say('report.matched'), matched],
    [say('report.unmatched'), unmatched],
    [say('report.withoutCity'), withoutCity],
  ]
  const tables = [filesTable(report, language), countTable(lines, say('report.records'), language)]
  if (noticed.length > 0) tables.push(countTable(noticed, say('report.odd'), language))
  tables.push(countTable(institutions, say('report.institutions'), language))
  if (report.placed) tables.push(placedTable(report.placed, language))
  if (report.unmatched.length > 0) {
    const strings = report.unmatched.slice(0, LISTED).map(({ text, count }): Line => [shorten(text), count])
    tables.push(countTable(strings, say('report.unmatchedStrings'), language))
  }
  if (report.listed.length > 0) tables.push(listedTable(report, rejected, language))
  if (report.mixedMatchers)
    tables.push(`${translate(language, 'collected.mixed', { ...report.mixedMatchers })}\n`)
  if (report.strict) tables.push(`${say('report.strict')}\n`)
  return tables.join('\n')
}

function filesTable({ files }: ImportReport, language: Language): string {
  const say = (key: string) => translate(language, `imports.${key}`)
  return formatTable(files, [
    { head: say('report.files'), value: ({ file }) => file },
    { head: translate(language, 'cli.columns.kind'), value: ({ kind }) => say(`kinds.${kind}`) },
    {
      head: translate(language, 'cli.columns.bytes'),
      value: ({ bytes }) => formatBytes(bytes, language),
      align: 'right',
    },
    {
      head: say('report.records'),
      value: ({ records, recordsListed }) =>
        [records, recordsListed]
          .flatMap((each) => (each === undefined ? [] : [formatNumber(each, 0, language)]))
          .join(' / '),
      align: 'right',
    },
  ])
}

function placedTable(placed: NonNullable<ImportReport['placed']>, language: Language): string {
  const say = (key: string) => translate(language, `imports.report.${key}`)
  const { file, printed, unknown } = placed
  const whole = file + printed + unknown
  const rows = Object.entries({ file, printed, unknown })
  const table = formatTable(rows, [
    { head: say('placed'), value: ([by]) => say(`placedBy.${by}`) },
    {
      head: say('percent'),
      value: ([, share]) => formatNumber((100 * share) / whole, 1, language),
      align: 'right',
    },
  ])
  return printed + unknown > 0 ? `${table}${say('placedSays')}\n` : table
}

const shorten = (text: string) => (text.length > 70 ? `${text.slice(0, 69)}…` : text)

function countTable(lines: readonly Line[], head: string, language: Language): string {
  return formatTable(lines, [
    { head, value: ([text]) => text },
    {
      head: translate(language, 'imports.report.count'),
      value: ([, count]) => formatNumber(count, 0, language),
      align: 'right',
    },
  ])
}

function listedTable({ listed }: ImportReport, rejected: number, language: Language): string {
  const say = (key: string, values = {}) => translate(language, `imports.${key}`, values)
  const shown = listed.slice(0, LISTED)
  const table = formatTable(shown, [
    { head: say('report.listed'), value: ({ file }) => file },
    { head: say('report.line'), value: ({ line }) => String(line), align: 'right' },
    {
      head: say('report.reason'),
      value: ({ reason, detail }) =>
        say(`rejections.${reason}`) + (detail === '' ? '' : ` (${detail.slice(0, 80)})`),
    },
  ])
  if (rejected <= shown.length) return table
  return `${table}${say('report.moreListed', { shown: shown.length, total: formatNumber(rejected, 0, language) })}\n`
}
