/** Failures in the user's words, and their exit codes: 1 failed, 2 wrong usage, 3 input rejected. */
import type { AppError, FileIssue } from '../shared/contract/errors.ts'
import type { Language } from '../shared/domain/language.ts'
import { translate } from '../shared/i18n/index.ts'
import { issueValues } from '../shared/i18n/issue-values.ts'

/** Forms of a file that an import reads when it is told to convert. */
const CONVERTIBLE: ReadonlySet<string> = new Set(['byte-order-mark', 'crlf', 'gb18030'])

const REJECTED: ReadonlySet<string> = new Set([
  'edition-rejected',
  'import-rejected',
  'file-not-ours',
  'archive-foreign',
  'archive-damaged',
  'archive-newer',
  'backup-foreign',
])

const USAGE: ReadonlySet<string> = new Set([
  'usage',
  'input-invalid',
  'profile-unknown',
  'profile-exists',
  'comparison-unknown',
  'comparison-exists',
  'group-unknown',
  'group-exists',
  'group-kind',
  'group-several',
  'group-long',
  'recipe-empty',
  'recipe-value',
  'recipe-years',
])

export function exitCodeOf(error: AppError): number {
  if (USAGE.has(error.code)) return 2
  return REJECTED.has(error.code) ? 3 : 1
}

export function failureText(error: AppError, language: Language): string {
  const { values = {}, suggestions = [], issues = [] } = error.details
  const lines = [translate(language, `errors.${error.code}.what`, values)]
  lines.push(...issues.map((issue) => `  ${issueText(issue, language)}`))
  if (suggestions.length > 0) {
    lines.push(
      translate(language, 'errors.suggestions', {
        names: suggestions.join(translate(language, 'common.comma')),
      }),
    )
  }
  lines.push(translate(language, `errors.${error.code}.remedy`, values))
  if (
    error.code === 'edition-rejected' &&
    issues.length > 0 &&
    issues.every(({ code }) => CONVERTIBLE.has(code))
  ) {
    lines.push(translate(language, 'cli.convertHint'))
  }
  if (error.code === 'internal') lines.push(error.message)
  return `${lines.join('\n')}\n`
}

/** `ranking.csv, line 7: share_2023 is “12,5” …` */
export function issueText(issue: FileIssue, language: Language): string {
  const values = issueValues(issue, (key) => translate(language, key))
  const text = translate(language, `errors.issues.${issue.code}`, values)
  const { file, line } = issue
  return line === null
    ? translate(language, 'errors.atFile', { file, text })
    : translate(language, 'errors.at', { file, line, text })
}
