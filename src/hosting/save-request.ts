/** What a page may ask to be saved: a file that the core makes. The same for every host. */
import { basename, parse } from 'node:path'
import { AppError } from '../shared/contract/errors.ts'
import { isDeviceName } from '../shared/domain/device-names.ts'
import { DIRECTION_SIGNS } from '../shared/format/hidden-signs.ts'
import type { ExportMethod } from '../shared/contract/export-methods.ts'
import { isExportMethod } from '../shared/contract/export-methods.ts'
import type { ExportedFile } from '../shared/contract/exports.ts'
import type { Result } from '../shared/contract/errors.ts'

/** The input is parsed by the core. */
interface ParsedRequest {
  method: ExportMethod
  input: unknown
  fileName: string | undefined
}

const KEYS: ReadonlySet<string> = new Set(['method', 'input', 'fileName'])
const LONGEST_NAME = 200

/** @throws AppError input-invalid; method-unknown where the method makes no file */
export function parseSaveRequest(asked: unknown): ParsedRequest {
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked))
    throw invalid('an object is expected')
  const { method, input, fileName } = asked as Record<string, unknown>
  const odd = Object.keys(asked).find((key) => !KEYS.has(key))
  if (odd !== undefined) throw invalid(`unknown key ${odd.slice(0, LONGEST_NAME)}`)
  if (typeof method !== 'string') throw invalid('the name of a method is text')
  if (!isExportMethod(method)) throw new AppError('method-unknown', 'the method makes no file')
  if (
    fileName !== undefined &&
    (typeof fileName !== 'string' || fileName === '' || fileName.length > LONGEST_NAME)
  )
    throw invalid(`a name has 1 to ${LONGEST_NAME} characters`)
  return { method, input, fileName }
}

const invalid = (message: string) => new AppError('input-invalid', message)

/** The file that a page asks for, under the name to offer. @throws AppError as `parseSaveRequest` does, and as the core answers */
export async function makeFile(
  core: { call(name: string, input: unknown): Promise<Result<unknown>> },
  asked: unknown,
): Promise<ExportedFile> {
  const { method, input, fileName } = parseSaveRequest(asked)
  const made = await core.call(method, input)
  if (!made.ok) throw AppError.fromData(made.error)
  const file = made.value as ExportedFile
  return { ...file, fileName: safeFileName(fileName ?? file.fileName) }
}

/** Bytes of a name; most systems take 255. */
const MOST_BYTES = 200
const MOST_ENDING = 20

/**
 * Name to offer: the last part of what the page asked for, without what some system forbids in names, so that a page can
 * neither choose a folder nor name a device; nor turn the ending around by signs that change the direction of writing.
 */
export function safeFileName(asked: string): string {
  const plain = basename(asked.toWellFormed().replaceAll('\\', '/'))
    .replace(/[\p{Cc}<>:"|?*]/gu, '-')
    .replace(DIRECTION_SIGNS, '')
  const name = withoutEnds(shortened(withoutEnds(plain)))
  if (name === '') return 'science-cities'
  return isDeviceName(name) ? `_${name}` : name
}

const withoutEnds = (name: string): string => name.replace(/^[. ]+|[. ]+$/g, '')

/** The name cut between characters, its ending kept. */
function shortened(name: string): string {
  const { ext } = parse(name)
  const ending = Buffer.byteLength(ext) <= MOST_ENDING ? ext : ''
  let room = MOST_BYTES - Buffer.byteLength(ending)
  let stem = ''
  for (const sign of name.slice(0, name.length - ending.length)) {
    room -= Buffer.byteLength(sign)
    if (room < 0) break
    stem += sign
  }
  return stem.replace(/[. ]+$/, '') + ending
}
