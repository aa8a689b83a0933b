/** What a file says of the view that made it, so that it leads back to it and can be checked against the data. */
import type { PlateNumber } from '../../shared/plates/plate.ts'
import type { OpenDataset, ThreadContext } from '../context.ts'

/** Methods whose files carry a stamp. */
export const STAMPED_METHODS = ['exports.figure', 'exports.table', 'exports.graph', 'exports.report'] as const

/** A request of the contract that made a file: asked again of the same data it gives the same file. */
export interface StampedRequest {
  method: (typeof STAMPED_METHODS)[number]
  input: unknown
}

export interface FileStamp {
  app: 'Science Cities'
  /** Of this form. */
  stamp: 1
  /** Of the app that made the file. */
  appVersion?: string
  dataset: string
  /** Revision and digest, e.g. `r1-4f1c09d27ae8`. */
  version: string
  /** Address of the view; null where the request alone says it. */
  view: string | null
  request: StampedRequest
  /** The figures of the file, for files whose digits cannot be read back (pictures). */
  numbers: Pick<PlateNumber, 'label' | 'value' | 'decimals'>[]
}

/** Name under which Office files and PNG hold it. */
export const STAMP_NAME = 'ScienceCities.View'

/** One line of JSON, keys in a fixed order. */
export const stampText = (stamp: FileStamp): string => JSON.stringify(stamp)

/** The same without `<` and two hyphens in a row, so that neither a script element nor a comment can end in it. */
export const stampMarkup = (stamp: FileStamp): string =>
  stampText(stamp).replaceAll('<', '\\u003c').replaceAll('--', '-\\u002d').replace(/-$/, '\\u002d')

/** What a request leaves out of the stamp: what names the view, and files that only the host knows. */
const NOT_OF_REQUEST: ReadonlySet<string> = new Set(['view', 'template'])

/** The stamp of a file that `input` made. */
export function makeStamp(
  method: StampedRequest['method'],
  input: object & { view?: string | undefined },
  { id, version }: Pick<OpenDataset, 'id' | 'version'>,
  { appVersion }: Pick<ThreadContext, 'appVersion'>,
  numbers: FileStamp['numbers'] = [],
): FileStamp {
  const asked = Object.fromEntries(Object.entries(input).filter(([key]) => !NOT_OF_REQUEST.has(key)))
  return {
    app: 'Science Cities',
    stamp: 1,
    appVersion,
    dataset: id,
    version,
    view: input.view ?? null,
    request: { method, input: asked },
    numbers: numbers.map(({ label, value, decimals }) => ({ label, value, decimals })),
  }
}

/** Characters of one property: Office keeps 255 of a text property, so a longer stamp stands in several. */
const PROPERTY = 240

/** Custom properties of an Office file that hold the stamp: `ScienceCities.View`, then `….2`, `….3` and so on. */
export function stampProperties(stamp: FileStamp): [name: string, value: string][] {
  const signs = [...stampText(stamp)]
  const pieces = Array.from({ length: Math.ceil(signs.length / PROPERTY) }, (_, at) =>
    signs.slice(at * PROPERTY, (at + 1) * PROPERTY).join(''),
  )
  return pieces.map((piece, at) => [at === 0 ? STAMP_NAME : `${STAMP_NAME}.${at + 1}`, piece])
}
