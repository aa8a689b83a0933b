/**
 * Reads the guides of `docs`, which keep to a small part of Markdown: headings, paragraphs, lists, tables, pictures, and
 * within a line bold (a word as it stands on the screen), code (a key) and italics. No markup of theirs reaches the page:
 * what is read is data, which a component draws.
 */
export interface Inline {
  kind: 'text' | 'name' | 'key' | 'stressed'
  text: string
}
export type Line = readonly Inline[]
export type Block =
  | { kind: 'paragraph'; line: Line }
  | { kind: 'list'; ordered: boolean; items: readonly Line[] }
  | { kind: 'table'; head: readonly Line[]; rows: readonly (readonly Line[])[] }
  | { kind: 'picture'; alt: string; file: string }

export interface Section {
  title: string
  blocks: readonly Block[]
}
export interface GuideText {
  title: string
  /** What stands before the first section. */
  lead: readonly Block[]
  sections: readonly Section[]
}

const INLINE = /\*\*([^*]+)\*\*|`([^`]+)`|\*([^*]+)\*/g
const PICTURE = /^!\[([^\]]*)\]\(screens\/([\w.-]+)\)$/
const ITEM = /^(?:[-*]|(\d+)\.) (.*)$/

/** A line cut into plain text, names, keys and stressed words. */
export function readLine(text: string): Line {
  const line: Inline[] = []
  let at = 0
  for (const found of text.matchAll(INLINE)) {
    if (found.index > at) line.push({ kind: 'text', text: text.slice(at, found.index) })
    const [whole, name, key, stressed] = found
    if (name !== undefined) line.push({ kind: 'name', text: name })
    else if (key !== undefined) line.push({ kind: 'key', text: key })
    else line.push({ kind: 'stressed', text: stressed ?? '' })
    at = found.index + whole.length
  }
  if (at < text.length) line.push({ kind: 'text', text: text.slice(at) })
  return line
}

const cellsOf = (row: string): Line[] =>
  row
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => readLine(cell.trim()))

/** @param paragraph lines without an empty one between them */
function readBlock(paragraph: readonly string[]): Block {
  const [first = '', , ...rest] = paragraph
  const picture = PICTURE.exec(first)
  if (picture && paragraph.length === 1)
    return { kind: 'picture', alt: picture[1] ?? '', file: picture[2] ?? '' }
  if (first.startsWith('|')) return { kind: 'table', head: cellsOf(first), rows: rest.map(cellsOf) }
  const items = paragraph.map((line) => ITEM.exec(line))
  if (items.every((item) => item !== null))
    return {
      kind: 'list',
      ordered: items[0]?.[1] !== undefined,
      items: items.map(([, , text = '']) => readLine(text)),
    }
  return { kind: 'paragraph', line: readLine(paragraph.join(' ')) }
}

function readBlocks(text: string): Block[] {
  return text
    .split(/\n{2,}/)
    .map((part) => part.split('\n').filter((line) => line !== ''))
    .filter((lines) => lines.length > 0)
    .map(readBlock)
}

/** The guide by its headings: `#` the title, `##` a section. */
export function readGuide(markdown: string): GuideText {
  const [before = '', ...parts] = markdown.replaceAll('\r\n', '\n').split(/^## /m)
  const [, title = '', lead = ''] = /^# (.*)\n([\s\S]*)$/.exec(before.trimStart()) ?? []
  return {
    title,
    lead: readBlocks(lead),
    sections: parts.map((part) => {
      const end = part.indexOf('\n')
      return { title: part.slice(0, end).trim(), blocks: readBlocks(part.slice(end)) }
    }),
  }
}
