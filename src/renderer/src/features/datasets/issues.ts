/** The one kind of rejection that the app can mend by itself: how the files are written, not what they say. */
import type { FileIssue } from '../../../../shared/contract/errors.ts'
import { plainLetters } from '../../../../shared/domain/letters.ts'

const CONVERTIBLE: readonly string[] = ['byte-order-mark', 'crlf', 'gb18030']

export const canConvert = (issues: readonly FileIssue[]): boolean =>
  issues.length > 0 && issues.every(({ code }) => CONVERTIBLE.includes(code))

/** `file:line` as editors understand it. */
export const placeOf = ({ file, line }: Pick<FileIssue, 'file' | 'line'>): string =>
  line === null ? file : `${file}:${line}`

/** A dataset id made of a folder's name: plain letters, digits and hyphens; '' where none are left. */
export function suggestId(folder: string): string {
  return plainLetters(folder)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64)
    .replace(/-+$/, '')
}

/** First and last digits of a SHA-256, enough to compare by eye. */
export const shortHash = (hash: string): string => `${hash.slice(0, 8)} … ${hash.slice(-4)}`
