import type { OpenDataset, ReaderContext } from '../context.ts'

/** A check of an open dataset; null where there is nothing that it could check. @throws Error what is wrong. */
export type DatasetCheck = (
  dataset: OpenDataset,
  context: ReaderContext,
) => string | null | Promise<string | null>

/** What differs may come of another version of the app, so that it tells nothing of the file. */
export class NotComparable extends Error {}

/** Runs a comparison with what this version of the app derives. @param storedBy the version that stored the dataset */
export async function byThisVersion(
  storedBy: string,
  { appVersion }: ReaderContext,
  compare: () => string | Promise<string>,
): Promise<string> {
  try {
    return await compare()
  } catch (error) {
    if (storedBy === appVersion) throw error
    throw new NotComparable(`${storedBy}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
