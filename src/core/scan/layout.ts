import { BOM, startsWithBom } from './bom.ts'

/**
 * How records lie in a file: one a line; as elements of one or several JSON arrays; as the `results` of API pages; or
 * one after another, each over many lines.
 */
export type Layout = 'lines' | 'array' | 'page' | 'object'

/** Bytes from the start of a file that are enough to tell its layout. */
export const HEAD_BYTES = 64 * 1024

/** Tells the layout by content. What looks like none of them counts as lines, each of which will be judged. */
export function detectLayout(head: Buffer): Layout {
  const text = head.toString('latin1', startsWithBom(head) ? BOM.length : 0)
  const from = text.search(/[^ \t\r\n]/)
  if (text[from] === '[') {
    const first = text.slice(from + 1).search(/[^ \t\r\n]/)
    return first >= 0 && firstObject(text, from + 1 + first) === 'page' ? 'page' : 'array'
  }
  return from >= 0 ? firstObject(text, from) : 'lines'
}

/** What the object at `from` is; one that ends on its own line, or breaks off there, is a line. */
function firstObject(text: string, from: number): 'lines' | 'page' | 'object' {
  if (text[from] !== '{') return 'lines'
  const parts = /"((?:[^"\\\n]|\\.)*)"|[{}[\]:\n]|"/g
  parts.lastIndex = from
  let depth = 0
  let name: string | null = null
  let layout: 'lines' | 'object' | null = null
  for (let part = parts.exec(text); part; part = parts.exec(text)) {
    const sign = part[0]
    if (sign === '{' || sign === '[') {
      if (depth === 1 && ((name === 'results' && sign === '[') || (name === 'meta' && sign === '{')))
        return 'page'
      depth++
    } else if (sign === '}' || sign === ']') {
      if (--depth <= 0)
        return layout ?? (ANOTHER.test(text.slice(part.index + 1, part.index + 100)) ? 'object' : 'lines')
    } else if (sign === '\n') layout ??= lineGoesOn(text, part.index) ? 'object' : 'lines'
    else if (sign === '"') break // a string left open
    if (part[1] !== undefined) name = part[1]
    else if (sign !== ':' && sign !== '\n') name = null
    if (layout === 'lines') break
  }
  return layout ?? 'lines'
}

/** Another value on the line on which one has ended, or a comma behind it. */
const ANOTHER = /^[ \t\r]*(?:,|\{)/

/** Whether the line break at `at` lies inside one value, rather than behind a line that was cut off. */
function lineGoesOn(text: string, at: number): boolean {
  const next = /\S/.exec(text.slice(at, at + 1000))?.[0]
  const before = text
    .slice(Math.max(0, at - 1000), at)
    .trimEnd()
    .at(-1)
  return next !== '{' || before === '[' || before === ':'
}
