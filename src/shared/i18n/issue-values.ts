/** What fills the words of an issue: a code among its values is told in words of its own. */
import type { FileIssue } from '../contract/errors.ts'
import type { Values } from './fill.ts'

/** @param say gives the words under a key, in the user's language. */
export function issueValues({ column, values }: FileIssue, say: (key: string) => string): Values {
  const { rejection } = values
  return {
    ...(column === null ? {} : { column }),
    ...values,
    ...(rejection === undefined ? {} : { rejection: say(`imports.rejections.${rejection}`) }),
  }
}
