import type { ErrorCode } from '../contract/errors.ts'
import { backup } from './en/backup.ts'

/** Key of the few words that say why one of many could not be read or written. */
export const whyKey = (code: ErrorCode): string => `backup.why.${code in backup.why ? code : 'other'}`
