/** Structure of a document that comes to be as its content is drawn: in reading order, over columns and pages. */
import type { OpenPdf, Structure } from '../../pdf/document.ts'

export class Tag {
  private readonly pdf: OpenPdf
  private readonly within: Tag | null
  private readonly type: string
  private readonly options: object
  private made: Structure | null = null

  /** @param within null: the document itself */
  constructor(pdf: OpenPdf, within: Tag | null, type: string, options: object = {}) {
    this.pdf = pdf
    this.within = within
    this.type = type
    this.options = options
  }

  /** Begun where it is first asked for. */
  get structure(): Structure {
    if (this.made) return this.made
    const made = this.pdf.doc.struct(this.type, this.options)
    const parent = this.within ? this.within.structure : this.pdf.root
    parent.add(made)
    return (this.made = made)
  }

  read(draw: () => void): void {
    this.structure.add(draw)
  }
}
