import type { Command } from 'commander'
import { resolve } from 'node:path'
import type { ImportPreview, PreviewedFile } from '../../shared/contract/imports.ts'
import type { Language } from '../../shared/domain/language.ts'
import { formatBytes, formatNumber } from '../../shared/format/numbers.ts'
import { translate } from '../../shared/i18n/index.ts'
import type { CommonOptions } from '../io.ts'
import { say } from '../io.ts'
import type { Runner } from '../runner.ts'
import { sizeText } from '../run-import.ts'
import { json } from '../session.ts'
import { formatTable } from '../table.ts'
import type { TableOptions } from '../table-options.ts'
import { addTableOptions, tableGiven } from '../table-options.ts'
import { issueText } from '../failure.ts'

interface PreviewOptions extends CommonOptions, TableOptions {}

export function addImportPreview(parent: Command, run: Runner): void {
  const command = parent
    .command('preview')
    .argument('<files...>', 'files or folders')
    .description('what files seem to be, by their content; nothing is stored')
  addTableOptions(command).action(
    run<PreviewOptions>(async (session, options, ...files) => {
      const { core, client, format, write } = session
      const { lang } = options
      const { token } = await core.grantFiles(files.map((path) => resolve(path)))
      const preview = await client.call('imports.preview', {
        files: token,
        ...(await tableGiven(session, options)),
      })
      write(format === 'table' ? previewText(preview, lang) : json(preview))
    }),
  )
}

function previewText({ files, size }: ImportPreview, lang: Language): string {
  const words = (key: string) => translate(lang, `imports.${key}`)
  const table = formatTable(files, [
    { head: say(lang, 'columns.file'), value: ({ file }) => file },
    { head: say(lang, 'columns.kind'), value: ({ kind }) => words(`kinds.${kind}`) },
    { head: say(lang, 'columns.form'), value: (file) => formOf(file, lang) },
    {
      head: say(lang, 'columns.bytes'),
      value: ({ bytes }) => formatBytes(bytes, lang),
      align: 'right',
    },
    {
      head: say(lang, 'columns.records'),
      value: ({ estimatedRecords: n }) => (n === null ? '' : `≈ ${formatNumber(n, 0, lang)}`),
      align: 'right',
    },
    { head: say(lang, 'columns.problem'), value: ({ problem }) => problemText(problem, lang) },
  ])
  const total = size?.isLarge ? sizeText(size, lang) : ''
  return [table, ...files.map((file) => contentText(file, lang)), total]
    .filter((text) => text !== '')
    .join('\n')
}

function formOf({ layout, encoding, compressed }: PreviewedFile, lang: Language): string {
  if (layout === '') return ''
  const parts = [translate(lang, `imports.layouts.${layout}`), encoding]
  if (compressed) parts.push(translate(lang, 'imports.compressed'))
  return parts.filter((part) => part !== '').join(translate(lang, 'common.comma'))
}

function problemText(code: string | null, lang: Language): string {
  if (code === null) return ''
  const key = `imports.problems.${code}`
  const words = translate(lang, key)
  return words === key ? code : words
}

function contentText(file: PreviewedFile, lang: Language): string {
  const notes = file.notes.map((note) => issueText(note, lang)).join('\n')
  return [recordsText(file, lang), notes].filter((text) => text !== '').join('\n')
}

/** Columns of a table and the field each is read as; the first records of others. */
function recordsText({ file, columns, records }: PreviewedFile, lang: Language): string {
  if (columns.length > 0) {
    const table = formatTable(columns, [
      { head: say(lang, 'columns.column'), value: ({ name }) => name },
      { head: say(lang, 'columns.readAs'), value: ({ field }) => field ?? '–' },
      {
        head: say(lang, 'columns.example'),
        value: ({ name }) => shorten(records.map((record) => record[name]).find(Boolean)),
      },
    ])
    return `${file}\n${table}`
  }
  const keys = [...new Set(records.flatMap((record) => Object.keys(record)))]
  if (keys.length === 0) return ''
  return `${file}\n${formatTable(
    records,
    keys.map((key) => ({ head: key, value: (record) => shorten(record[key]) })),
  )}`
}

function shorten(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? '' : String(value).replace(/\s+/g, ' ')
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
