import { readFile } from 'node:fs/promises'
import { join, parse, resolve } from 'node:path'
import type { Command } from 'commander'
import { Option } from 'commander'
import { refuseOdd } from '../../core/kept/odd-file.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { ExportedFile } from '../../shared/contract/exports.ts'
import type { InputOf } from '../../shared/contract/index.ts'
import type { ReportTemplate } from '../../shared/contract/reports.ts'
import { formatNames, REPORT_FORMATS } from '../../shared/domain/file-formats.ts'
import type { ReportFormat } from '../../shared/domain/file-formats.ts'
import { PAGE_SIZE_NAMES, REPORT_LANGUAGES, TEMPLATE_NAMES } from '../../shared/domain/report-choices.ts'
import { say } from '../io.ts'
import { given } from '../options.ts'
import type { Runner } from '../runner.ts'
import type { Session } from '../session.ts'
import { writeFile, writeMade } from '../session.ts'

type Content = InputOf<'exports.report'>['content']

interface ReportOptions {
  template: string
  city?: string[]
  format: ReportFormat
  size?: (typeof PAGE_SIZE_NAMES)[number]
  lang: (typeof REPORT_LANGUAGES)[number]
  theme?: 'light' | 'dark'
  fonts: 'office' | 'own'
  out?: string
  date?: string
  dataset: string
}

export function addReport(program: Command, run: Runner): void {
  program
    .command('report')
    .description('a report as one file, or the same city brief for several cities')
    .requiredOption('--template <name>', `${TEMPLATE_NAMES.join(', ')}, or a kept report (FILE.json)`)
    .option('--city <name...>', 'cities; several with city-brief give a folder of files, one a city')
    .addOption(
      new Option('--format <format>', 'folder is an archive of files')
        .choices(formatNames(REPORT_FORMATS))
        .default('pptx'),
    )
    .addOption(new Option('--size <size>', 'of the pages (default: 16:9)').choices(PAGE_SIZE_NAMES))
    .addOption(
      new Option('--lang <language>', 'both: each page in each language')
        .choices(REPORT_LANGUAGES)
        .default('en'),
    )
    .addOption(new Option('--theme <theme>', 'of the pages').choices(['light', 'dark']))
    .addOption(new Option('--fonts <faces>', 'of Office files').choices(['office', 'own']).default('office'))
    .action(
      run<ReportOptions>(async (session, options) => {
        const cities = options.city ?? []
        if (options.template === 'city-brief' && cities.length > 1)
          return writeBriefs(session, options, cities)
        const content = await contentOf(session, options, cities)
        await tellOlder(session, options.dataset, content)
        await writeMade(session, 'exports.report', request(options, content))
      }),
    )
}

const request = (options: ReportOptions, content: Content): InputOf<'exports.report'> => ({
  dataset: options.dataset,
  content: { ...content, ...given({ theme: options.theme }) },
  format: options.format,
  fonts: options.fonts,
  ...given({ date: options.date }),
})

const isTemplate = (name: string): name is ReportTemplate =>
  (TEMPLATE_NAMES as readonly string[]).includes(name)

async function contentOf(session: Session, options: ReportOptions, cities: string[]): Promise<Content> {
  const { template, dataset, lang: language, size } = options
  if (!isTemplate(template)) return readReport(session, options)
  const composed = await session.client.call('reports.compose', {
    dataset,
    template,
    cities,
    language,
    ...given({ size }),
  })
  return composed.content
}

/** A report as it is kept beside a dataset, or its content alone; the contract checks it. @throws AppError usage, file-odd. */
async function readReport({ options: common }: Session, options: ReportOptions): Promise<Content> {
  const { template: file, lang, size } = options
  await refuseOdd(resolve(file))
  try {
    const read = JSON.parse(await readFile(file, 'utf8')) as { content?: Content }
    return { ...(read.content ?? (read as Content)), language: lang, ...given({ size }) }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    const words = say(common.lang, 'report.templateUnread', { file, reason })
    throw new AppError('usage', `cannot read ${file}`, { values: { reason: words } })
  }
}

/** Pages are live: where numbers were kept with them, those that have changed since are named before anything is written. */
async function tellOlder(
  { client, tell, options }: Session,
  dataset: string,
  content: Content,
): Promise<void> {
  if (!content.pages?.some(({ version }) => version)) return
  const { pages } = await client.call('reports.check', { dataset, content })
  const older = pages.flatMap(({ changed }, i) => (changed.length > 0 ? [i + 1] : []))
  if (older.length > 0) tell(say(options.lang, 'report.older', { pages: older.join(', ') }))
}

/** One file a city, each there when it is whole. @throws AppError usage without --out; cancelled after Ctrl+C. */
async function writeBriefs(session: Session, options: ReportOptions, cities: string[]): Promise<void> {
  const { client, tell, io, end } = session
  const { out } = options
  if (out === undefined) {
    const reason = say(session.options.lang, 'report.outMissing')
    throw new AppError('usage', 'no folder', { values: { reason } })
  }
  let cancelled = false
  const release = io.onInterrupt?.(() => {
    cancelled = true
    tell(say(session.options.lang, 'cancelling'))
    void end() // what is being made is cut off; files that are whole stay
  })
  const taken = new Set<string>()
  try {
    // All names are known to be right before the first file is made.
    const contents: Content[] = []
    for (const city of cities) contents.push(await contentOf(session, options, [city]))
    for (const [i, content] of contents.entries()) {
      if (cancelled) throw new AppError('cancelled', 'the briefs were cancelled')
      const file = (await client.call('exports.report', request(options, content))) as ExportedFile
      const name = freeName(file.fileName, taken)
      await writeFile(join(out, name), file.bytes)
      const words = { n: i + 1, of: contents.length, file: name }
      tell(say(session.options.lang, 'report.made', words))
    }
  } finally {
    release?.()
  }
}

/** Cities of one name have a file each. */
function freeName(fileName: string, taken: Set<string>): string {
  const { name, ext } = parse(fileName)
  for (let n = 1; ; n++) {
    const free = n === 1 ? fileName : `${name}-${n}${ext}`
    if (taken.has(free)) continue
    taken.add(free)
    return free
  }
}
