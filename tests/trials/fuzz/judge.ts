/** What came of a damaged file, and whether that is one of the ways in which it may end. */
import { AppError } from '../../../src/shared/contract/errors.ts'
import { UNITS } from '../../../src/core/counting/units.ts'
import type { Parsed } from '../../support/parse-here.ts'

export interface FuzzTrial {
  runs: number
  /** Read as if nothing were damaged; refused whole, by the code of the refusal; read in part, the rest told. */
  same: number
  refused: Record<string, number>
  other: number
  /** What must not be, with what was done to the file. */
  wrong: string[]
}

export const emptyTrial = (): FuzzTrial => ({ runs: 0, same: 0, refused: {}, other: 0, wrong: [] })

/** The longest that one small file may take, in milliseconds. */
const MOST_TIME = 20_000

/**
 * Runs one damaged file. @param read what it comes to, as one text, or what is wrong with that
 * @param mayDiffer whether the damage may have changed values, which no check can tell
 */
export async function judge(
  trial: FuzzTrial,
  { done, sound, mayDiffer }: { done: string; sound: string; mayDiffer: boolean },
  read: () => Promise<{ text: string; wrong?: string | undefined }>,
): Promise<void> {
  trial.runs++
  const started = performance.now()
  const say = (what: string) => void trial.wrong.push(`${done}: ${what}`)
  try {
    const { text, wrong } = await read()
    if (wrong !== undefined) say(wrong)
    if (text === sound) trial.same++
    else if (mayDiffer) trial.other++
    else say('other figures without a word')
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === null) say(String(error instanceof Error ? error.stack : error))
    else trial.refused[refusal] = (trial.refused[refusal] ?? 0) + 1
  }
  if (performance.now() - started > MOST_TIME) say('takes too long')
}

/** The code of a refusal in words; null of any other failure. */
export function refusalOf(error: unknown): string | null {
  if (!(error instanceof AppError) || error.code === 'internal') return null
  const issues = error.details.issues ?? []
  if (error.code !== 'import-rejected') return filled(error.details.values ?? {}) ? error.code : null
  const [first] = issues
  return first && issues.every(({ file, values = {} }) => file !== '' && filled(values)) ? first.code : null
}

const filled = (values: object) => Object.values(values).every((value) => String(value).trim() !== '')

/** What a parsed file of articles comes to, and whether all that was read is accounted for. */
export function figuresOf({ counts, chunks }: Parsed): { text: string; wrong?: string | undefined } {
  const rejected = Object.values(counts.rejected).reduce((sum, count) => sum + count, 0)
  const units = chunks.reduce((sum, chunk) => sum + chunk.units.reduce((all, part) => all + part, 0), 0)
  const wrong =
    counts.stored + rejected !== counts.read
      ? `read ${counts.read}, stored ${counts.stored}, rejected ${rejected}`
      : units !== counts.stored * UNITS
        ? `${units} units of ${counts.stored} articles`
        : counts.listed.some(({ detail }) => detail.trim() === '')
          ? 'a rejected record without its value'
          : undefined
  const { listed, unmatched, ...figures } = counts
  const columns = chunks.map((chunk) =>
    Object.values(chunk).map((part) => (ArrayBuffer.isView(part) ? [...(part as Float64Array)] : part)),
  )
  return { text: JSON.stringify([figures, columns, listed.length, [...unmatched]]), wrong }
}
