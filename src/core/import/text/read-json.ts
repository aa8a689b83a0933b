import { basename } from 'node:path'
import { parseLenient } from '../../scan/lenient-json.ts'
import { rejectedFor } from './import-issue.ts'
import type { JsonPiece, JsonShape } from './json-splitter.ts'
import { JsonSplitter } from './json-splitter.ts'

/** Bytes of one element, at most: the largest article records take a few megabytes. */
export const MOST_ELEMENT = 64 << 20

export type JsonFault = 'json-syntax' | 'record-too-large'

export interface JsonHandlers {
  onElement(value: unknown, line: number): void
  /** An element that could not be read; `text` is its beginning. */
  onFault(line: number, fault: JsonFault, text: string): void
}

/**
 * Hands on the records of a JSON file one by one: JSON Lines, an array, one object, or pages of an API
 * (`{ "results": [...] }`, alone, in lines or in an array), whose results are handed on singly.
 * Memory: one element.
 * @throws AppError import-rejected with empty-file, json-truncated (an array or element that does not end),
 *   json-syntax (something after the array's end).
 */
export async function readJson(
  path: string,
  chunks: AsyncIterable<Buffer>,
  handlers: JsonHandlers,
  most = MOST_ELEMENT,
): Promise<JsonShape> {
  const splitter = new JsonSplitter(most)
  const take = (piece: JsonPiece) => handOn(piece, handlers)
  for await (const chunk of chunks) splitter.push(chunk).forEach(take)
  splitter.end().forEach(take)
  const { fault, shape } = splitter
  if (fault) {
    throw rejectedFor(
      basename(path),
      fault.line,
      fault.kind === 'truncated' ? 'json-truncated' : 'json-syntax',
      {
        reason: fault.kind,
      },
    )
  }
  if (!shape) throw rejectedFor(basename(path), null, 'empty-file')
  return shape
}

function handOn({ bytes, line }: JsonPiece, handlers: JsonHandlers): void {
  if (bytes === null) {
    handlers.onFault(line, 'record-too-large', '')
    return
  }
  let value: unknown
  try {
    value = parseLenient(bytes.toString('utf8')).value
  } catch {
    handlers.onFault(line, 'json-syntax', bytes.toString('utf8', 0, 200))
    return
  }
  if (isPage(value)) for (const result of value.results) handlers.onElement(result, line)
  else handlers.onElement(value, line)
}

function isPage(value: unknown): value is { results: unknown[] } {
  return typeof value === 'object' && value !== null && 'results' in value && Array.isArray(value.results)
}
