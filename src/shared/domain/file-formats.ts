/**
 * Files that exports write: every format by its name, with the ending and the type of its file. The contract, the command
 * line's choices, the export dialog and the words of both languages derive from these; their writers stand in `core/export`.
 */
interface FileFormat {
  extension: string
  mime: string
}

export const TABLE_FORMATS = {
  csv: { extension: 'csv', mime: 'text/csv;charset=utf-8' },
  'csv-excel': { extension: 'csv', mime: 'text/csv;charset=utf-8' },
  xlsx: {
    extension: 'xlsx',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  json: { extension: 'json', mime: 'application/json' },
} as const satisfies Record<string, FileFormat>
export type TableFormat = keyof typeof TABLE_FORMATS

/** Files that other programs open as a graph. */
export const GRAPH_FORMATS = {
  graphml: { extension: 'graphml', mime: 'application/graphml+xml' },
  gexf: { extension: 'gexf', mime: 'application/gexf+xml' },
  vosviewer: { extension: 'vosviewer.json', mime: 'application/json' },
  /** Nodes and pairs in one document, for scripts. */
  json: { extension: 'json', mime: 'application/json' },
} as const satisfies Record<string, FileFormat>
export type GraphFormat = keyof typeof GRAPH_FORMATS

export const PICTURE_FORMATS = {
  png: { extension: 'png', mime: 'image/png' },
  svg: { extension: 'svg', mime: 'image/svg+xml' },
} as const satisfies Record<string, FileFormat>
export type PictureFormat = keyof typeof PICTURE_FORMATS

/** Files that hold a figure as pages, slides or a document. */
export const PAGED_FORMATS = {
  pdf: { extension: 'pdf', mime: 'application/pdf' },
  pptx: {
    extension: 'pptx',
    mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
  docx: {
    extension: 'docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
} as const satisfies Record<string, FileFormat>
export type PagedFormat = keyof typeof PAGED_FORMATS

/** What a figure can be written as. */
export const FIGURE_FORMATS = { ...PICTURE_FORMATS, ...PAGED_FORMATS } as const
export type FigureFormat = keyof typeof FIGURE_FORMATS

/** What a report can be written as; a folder holds a file a figure and table, with an index. */
export const REPORT_FORMATS = {
  pptx: PAGED_FORMATS.pptx,
  docx: PAGED_FORMATS.docx,
  pdf: PAGED_FORMATS.pdf,
  html: { extension: 'html', mime: 'text/html;charset=utf-8' },
  xlsx: TABLE_FORMATS.xlsx,
  folder: { extension: 'zip', mime: 'application/zip' },
} as const satisfies Record<string, FileFormat>
export type ReportFormat = keyof typeof REPORT_FORMATS

/** Every format by its name; those of one name are one. */
export const FILE_FORMATS = { ...TABLE_FORMATS, ...GRAPH_FORMATS, ...FIGURE_FORMATS } as const
export type FileFormatName = keyof typeof FILE_FORMATS

/** Names of files that exports write, by their endings: others are not asked whether they are ours. */
export const OUR_FILES = new RegExp(
  `\\.(${[...new Set(Object.values({ ...FILE_FORMATS, ...REPORT_FORMATS }).map(({ extension }) => extension))].join('|')})$`,
  'i',
)

/** Names of formats in the order in which they are offered. */
export const formatNames = <T extends string>(formats: Record<T, FileFormat>): T[] =>
  Object.keys(formats) as T[]

export const isTableFormat = (name: unknown): name is TableFormat => isIn(TABLE_FORMATS, name)
export const isGraphFormat = (name: unknown): name is GraphFormat => isIn(GRAPH_FORMATS, name)
export const isFigureFormat = (name: unknown): name is FigureFormat => isIn(FIGURE_FORMATS, name)
export const isPictureFormat = (name: unknown): name is PictureFormat => isIn(PICTURE_FORMATS, name)

const isIn = (formats: object, name: unknown): boolean =>
  typeof name === 'string' && Object.hasOwn(formats, name)

/** Whether a file can be read as it is, in a terminal or a preview. */
export const isText = ({ mime }: Pick<FileFormat, 'mime'>): boolean => /^text\/|json$|xml$/.test(mime)
