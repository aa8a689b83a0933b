/** A line longer than the limit is handed on by its beginning, so that no line is held whole past it. */
export type Line = string | { beginning: string }

const BEGINNING = 1000

/** Parts a text that comes in chunks into lines. Memory: one chunk and one line of at most `most` signs. */
export class LineSplitter {
  private rest = ''
  private skipped: string | null = null
  private readonly end: '\n' | '\r'
  private readonly most: number

  constructor(end: '\n' | '\r', most: number) {
    this.end = end
    this.most = most
  }

  /** The lines that end within the text so far, without their line ends. */
  push(text: string): Line[] {
    const lines: Line[] = []
    let from = 0
    for (let at = text.indexOf(this.end); at >= 0; at = text.indexOf(this.end, from)) {
      lines.push(this.finish(text.slice(from, at)))
      from = at + 1
    }
    if (this.skipped === null) this.rest += text.slice(from)
    if (this.rest.length > this.most) {
      this.skipped = this.rest.slice(0, BEGINNING)
      this.rest = ''
    }
    return lines
  }

  /** The last line, where the text does not end with a line end. */
  flush(): Line[] {
    return this.rest === '' && this.skipped === null ? [] : [this.finish('')]
  }

  private finish(piece: string): Line {
    const line = this.rest === '' ? piece : this.rest + piece
    const beginning = this.skipped ?? (line.length > this.most ? line.slice(0, BEGINNING) : null)
    this.rest = ''
    this.skipped = null
    if (beginning !== null) return { beginning }
    return this.end === '\n' && line.endsWith('\r') ? line.slice(0, -1) : line
  }
}
