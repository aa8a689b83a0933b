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

/** Every format by its name; those of one name are one. */
export const FILE_FORMATS = { ...TABLE_FORMATS, ...GRAPH_FORMATS, ...PICTURE_FORMATS } as const
export type FileFormatName = keyof typeof FILE_FORMATS

/** Names of formats in the order in which they are offered. */
export const formatNames = <T extends string>(formats: Record<T, FileFormat>): T[] =>
  Object.keys(formats) as T[]

export const isTableFormat = (name: unknown): name is TableFormat => isIn(TABLE_FORMATS, name)
export const isGraphFormat = (name: unknown): name is GraphFormat => isIn(GRAPH_FORMATS, name)
export const isPictureFormat = (name: unknown): name is PictureFormat => isIn(PICTURE_FORMATS, name)

const isIn = (formats: object, name: unknown): boolean =>
  typeof name === 'string' && Object.hasOwn(formats, name)

/** Whether a file can be read as it is, in a terminal or a preview. */
export const isText = ({ mime }: Pick<FileFormat, 'mime'>): boolean => /^text\/|json$|xml$/.test(mime)
