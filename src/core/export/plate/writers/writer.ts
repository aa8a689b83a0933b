/** Plates as the bytes of a file. */
import type { FigureFormat } from '../../../../shared/domain/file-formats.ts'
import type { Plate } from '../../../../shared/plates/plate.ts'
import type { TextMetrics } from '../../../drawing/text-metrics.ts'
import type { CitationLine } from '../../citation.ts'
import type { FileStamp } from '../../stamp.ts'

export interface WriteOptions {
  stamp: FileStamp
  /** In the language of the first plate. */
  citation: readonly CitationLine[]
  dpi: number
  /** Faces of Office files. */
  fonts: 'office' | 'own'
  /** Puts the letters that occur into an SVG. */
  embedFont: boolean
  /** The office's own template: bytes of a .potx or .pptx. */
  template?: Uint8Array | undefined
  /** Date that the file bears: the one asked for, else that of the dataset's version. */
  date: Date
  /** Title of the whole, of files that have several plates. */
  title?: string | undefined
  /** The reader's own notes by plate. */
  ownNotes: readonly string[]
  /** Whether slides have notes. */
  notes: boolean
  fontsDir: string
  metrics: TextMetrics
  /** Ends long work. */
  signal?: AbortSignal | undefined
}

export interface WrittenFile {
  bytes: Uint8Array
  /** Pixels of a PNG; px of 1/96 inch of an SVG; else null. */
  width: number | null
  height: number | null
  /** Part of the file's name after its stem: a width or a resolution. */
  suffix: string
}

export type PlateWriter = (
  plates: readonly Plate[],
  options: WriteOptions,
) => WrittenFile | Promise<WrittenFile>
export type PlateWriters = { readonly [F in FigureFormat]: () => Promise<PlateWriter> }
