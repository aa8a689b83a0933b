/** `files.verify`: whether a file still follows from the data at hand, figure by figure. */
import { requestOn } from '../../../shared/address/on-dataset.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { FileCheck } from '../../../shared/contract/files.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ReaderContext } from '../../context.ts'
import { remake } from '../remake.ts'
import type { StampedRequest } from '../stamp.ts'
import { compareFiles } from './compare-files.ts'
import { readOurs } from './locate.ts'
import { readStamp } from './read-stamp.ts'

/** So many differences are listed; of a file of other data each number is one. */
const MOST_LISTED = 500

/** @throws AppError file-not-ours; file-token-unknown, file-unreadable */
export async function verifyFile(
  { file, language }: ParsedInputOf<'files.verify'>,
  context: ReaderContext,
): Promise<FileCheck> {
  const { bytes, stamp, origin } = await readOurs(file, context)
  const failed = (problem: FileCheck['problem']): FileCheck => ({
    ...origin,
    follows: false,
    compared: 0,
    changed: [],
    more: 0,
    problem,
  })
  if (origin.at === null) return failed({ code: 'dataset-unknown', values: { dataset: stamp.dataset } })
  const { method } = stamp.request
  const input = requestOn(stamp.request.input, stamp.dataset, origin.at.dataset)
  try {
    const made = await remake({ method, input } as StampedRequest, context)
    const now = { bytes: made.bytes, stamp: readStamp(made.bytes) ?? stamp }
    const { compared, changed } = compareFiles({ bytes, stamp }, now, language)
    return {
      ...origin,
      follows: changed.length === 0,
      compared,
      changed: changed.slice(0, MOST_LISTED),
      more: Math.max(0, changed.length - MOST_LISTED),
      problem: null,
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return failed({ code: error.code, values: error.details.values ?? {} })
  }
}
