/** Files that come back: the view that one leads to, and whether it still follows from the data. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { AppError } from '../../shared/contract/errors.ts'
import type { ChangedFigure, FileCheck } from '../../shared/contract/files.ts'
import type { Language } from '../../shared/domain/language.ts'
import { translate } from '../../shared/i18n/index.ts'
import { failureText } from '../failure.ts'
import type { CommonOptions } from '../io.ts'
import type { Runner } from '../runner.ts'
import type { Session } from '../session.ts'
import { json } from '../session.ts'
import { serveUntilEnd } from './serve.ts'

const word = (language: Language, key: string, values = {}) => translate(language, `reopen.${key}`, values)

interface OpenOptions extends CommonOptions {
  window?: boolean
}

export function addOpen(program: Command, run: Runner): void {
  program
    .command('open')
    .argument('<file>', 'a file that the app or the command line exported')
    .description('the address of the view that made a file')
    .option('--window', 'open the view in the default browser')
    .action(
      run<OpenOptions>(async (session, options, file) => {
        const opened = await session.client.call('files.open', { file: await tokenOf(session, file ?? '') })
        const { dataset, at, view, sameVersion } = opened
        if (at === null) throw new AppError('dataset-unknown', 'not stored', { values: { dataset } })
        if (!sameVersion) session.tell(word(options.lang, 'otherVersion', versionsOf(opened)))
        await session.write(session.options.format === 'json' ? json(opened) : `${view ?? '/'}\n`)
        if (options.window) await serveUntilEnd(session, { open: true, at: view ?? '/' })
      }),
    )
}

export function addVerify(program: Command, run: Runner): void {
  program
    .command('verify')
    .argument('<files...>', 'files that the app or the command line exported')
    .description('do exported files still follow from the dataset at hand? 0 yes, 1 no, 3 not one of ours')
    .action(
      run(async (session, options, ...files) => {
        const checks: (FileCheck | { file: string; error: AppError })[] = []
        for (const file of files) checks.push(await checkFile(session, file))
        if (session.options.format === 'json') await session.write(json({ files: checks.map(plain) }))
        else await session.write(checks.map((check) => checkText(check, options.lang)).join(''))
        // One that is not ours weighs more than one that changed: it says nothing of the data.
        const foreign = checks.find((check) => 'error' in check)
        if (foreign && 'error' in foreign) throw new Reported(foreign.error)
        const changed = checks.find((check) => 'follows' in check && !check.follows)
        if (changed) throw new Reported(new AppError('usage', 'does not follow'), 1)
      }),
    )
}

/** A failure whose words are written already: only its exit code is left. */
export class Reported extends Error {
  readonly error: AppError
  readonly exitCode: number | null
  constructor(error: AppError, exitCode: number | null = null) {
    super(error.message)
    this.error = error
    this.exitCode = exitCode
  }
}

async function tokenOf({ core }: Session, file: string): Promise<string> {
  const path = resolve(file)
  if (!existsSync(path)) {
    const values = { file, reason: 'ENOENT' }
    throw new AppError('file-unreadable', `${file} is not there`, { values })
  }
  return (await core.grantFiles([path])).token
}

async function checkFile(
  session: Session,
  file: string,
): Promise<FileCheck | { file: string; error: AppError }> {
  try {
    const language = session.options.lang
    return await session.client.call('files.verify', { file: await tokenOf(session, file), language })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { file, error }
  }
}

const plain = (check: FileCheck | { file: string; error: AppError }) =>
  'error' in check ? { file: check.file, error: check.error.toData() } : check

function checkText(check: FileCheck | { file: string; error: AppError }, language: Language): string {
  if ('error' in check) return failureText(check.error, language)
  const { file, problem, follows, changed, more, compared } = check
  const n = compared
  if (problem) {
    const why = translate(language, `errors.${problem.code}.what`, problem.values)
    return `${word(language, 'verify.cannot', { file, why })}\n`
  }
  const lines = [
    word(language, follows ? 'verify.follows' : 'verify.not', { file, n, m: changed.length + more }),
    ...(check.sameVersion ? [] : [`  ${word(language, 'otherVersion', versionsOf(check))}`]),
    ...changed.map((each) => `  ${changedText(each, language)}`),
    ...(more > 0 ? [`  ${word(language, 'verify.more', { n: more })}`] : []),
  ]
  return `${lines.join('\n')}\n`
}

/** `Beijing 4,259.39, now 4,261.02` */
export function changedText({ label, on, now }: ChangedFigure, language: Language): string {
  if (on === null && now === null) return word(language, `verify.${label}`)
  const missing = word(language, 'verify.missing')
  return word(language, 'verify.changed', { label, on: on ?? missing, now: now ?? missing }).trim()
}

const versionsOf = ({ version, at }: Pick<FileCheck, 'version' | 'at'>) => ({
  version,
  now: at?.version ?? '',
  dataset: at?.dataset ?? '',
})
