/** A number or text of a file, and whose it is. */
export interface ContentCell {
  label: string
  text: string
}

export interface Content {
  cells: ContentCell[]
  /** Hash of all that no text says: lines, pixels. The same app draws the same; null where nothing is drawn. */
  drawing: string | null
}

/** The words last said before a number are whose it is. */
export function labelled(texts: readonly string[]): ContentCell[] {
  let label = ''
  return texts.map((text) => {
    const cell = { label, text }
    if (/\p{L}{2}/u.test(text) && text.length <= 60) label = text
    return cell
  })
}
