/** Reads files of institutions: OpenAlex institutions and ROR dumps, told apart by their records. */
import { basename } from 'node:path'
import type { InstitutionRecord } from './institution-record.ts'
import { rejectedFor } from '../text/import-issue.ts'
import type { ByteOptions } from '../text/open-bytes.ts'
import { readJson } from '../text/read-json.ts'
import { asUtf8Json } from '../text/utf16-json.ts'
import { openPacked } from '../text/zip-entry.ts'
import { openAlexInstitution, rorId } from '../../../shared/domain/identifiers.ts'
import { listIn, objectIn, textIn } from './json-values.ts'
import { parseOpenAlex } from './parse-openalex.ts'
import { parseRorV1, parseRorV2 } from './parse-ror.ts'

export type InstitutionsKind = 'openalex' | 'ror-v1' | 'ror-v2'

/** Why a record was not stored. */
export type InstitutionFault = 'json-syntax' | 'record-too-large' | 'kind-unknown' | 'name-missing'

export interface InstitutionsHandlers {
  onRecord(record: InstitutionRecord): void
  /** `text` is the record's id, or its beginning where it could not be read. */
  onRejected?: (line: number, fault: InstitutionFault, text: string) => void
}

export interface InstitutionsReport {
  file: string
  /** Records by kind; a file is of one kind, save where someone joined two. */
  kinds: Partial<Record<InstitutionsKind, number>>
  /** read = stored + the rejected. */
  read: number
  stored: number
  rejected: Partial<Record<InstitutionFault, number>>
  /** Of the stored: */
  inactive: number
  withoutCity: number
  withoutCountry: number
  severalLocations: number
}

/** The kind of an institution's record; null where it is something else. */
export function institutionsKind(value: unknown): InstitutionsKind | null {
  const record = objectIn(value)
  const id = textIn(record?.['id'])
  if (!record || !id) return null
  if (openAlexInstitution(id) !== null) return 'openalex'
  if (rorId(id) === null) return null
  return Array.isArray(record['names']) ? 'ror-v2' : 'ror-v1'
}

/**
 * Hands on the institutions of a file (JSON Lines, array, API page or one object; plain, .gz, or a ROR .zip).
 * @throws AppError import-rejected: empty-file, kind-unknown (no institution in it), a fault of packing or of
 *   the outer JSON; file-unreadable.
 */
export async function readInstitutions(
  path: string,
  handlers: InstitutionsHandlers,
  options: ByteOptions = {},
): Promise<InstitutionsReport> {
  const report: InstitutionsReport = {
    file: basename(path),
    kinds: {},
    read: 0,
    stored: 0,
    rejected: {},
    inactive: 0,
    withoutCity: 0,
    withoutCountry: 0,
    severalLocations: 0,
  }
  const reject = (line: number, fault: InstitutionFault, text: string) => {
    report.read += 1
    report.rejected[fault] = (report.rejected[fault] ?? 0) + 1
    handlers.onRejected?.(line, fault, text)
  }
  let firstUnknown = ''
  const chunks = asUtf8Json(openPacked(path, options))
  await readJson(path, chunks, {
    onFault: reject,
    onElement(value, line) {
      const kind = institutionsKind(value)
      if (!kind) {
        const text = describe(value)
        firstUnknown ||= text
        reject(line, 'kind-unknown', text)
        return
      }
      const parsed = parse(kind, value)
      if (!parsed) reject(line, 'name-missing', textIn(objectIn(value)?.['id']) ?? '')
      else store(parsed.record, parsed.locations, kind)
    },
  })
  function store(record: InstitutionRecord, locations: number, kind: InstitutionsKind): void {
    report.read += 1
    report.stored += 1
    report.kinds[kind] = (report.kinds[kind] ?? 0) + 1
    if (!record.active) report.inactive += 1
    if (!record.city) report.withoutCity += 1
    if (!record.country && !record.countryName) report.withoutCountry += 1
    if (locations > 1) report.severalLocations += 1
    handlers.onRecord(record)
  }
  if (report.stored === 0) {
    throw rejectedFor(report.file, null, 'kind-unknown', { columns: firstUnknown, read: report.read })
  }
  return report
}

function parse(
  kind: InstitutionsKind,
  value: unknown,
): { record: InstitutionRecord; locations: number } | null {
  const record = objectIn(value) ?? {}
  if (kind === 'ror-v1') return parseRorV1(record)
  if (kind === 'ror-v2') return parseRorV2(record)
  const parsed = parseOpenAlex(record)
  return parsed && { record: parsed, locations: 1 }
}

/** The record's id, else its first keys, to say what a file of another kind holds. */
function describe(value: unknown): string {
  const record = objectIn(value)
  if (!record) return JSON.stringify(listIn(value).length > 0 ? [] : value).slice(0, 60)
  return (textIn(record['id']) ?? Object.keys(record).slice(0, 6).join(', ')).slice(0, 120)
}

/** The record of an institution of any kind; null where it is none. */
export function parseInstitution(value: unknown): InstitutionRecord | null {
  const kind = institutionsKind(value)
  return kind && (parse(kind, value)?.record ?? null)
}
