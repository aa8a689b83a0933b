import { expect, test } from 'vitest'
import * as formats from './file-formats.ts'

const { TABLE_FORMATS, GRAPH_FORMATS, PICTURE_FORMATS, isText } = formats

test('what is text is told by the type of the file', () => {
  const { csv, json } = TABLE_FORMATS
  const texts = [csv, json, GRAPH_FORMATS.gexf, GRAPH_FORMATS.vosviewer, PICTURE_FORMATS.svg]
  expect(texts.map(isText)).toEqual([true, true, true, true, true])
  expect(isText(PICTURE_FORMATS.png)).toBe(false)
  expect(isText({ mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })).toBe(false)
})

test('a format is known by its own name, not by what every object has', () => {
  expect(formats.isTableFormat('csv-excel')).toBe(true)
  expect(formats.isTableFormat('toString')).toBe(false)
  expect(formats.isGraphFormat('csv')).toBe(false)
  expect(formats.isPictureFormat(undefined)).toBe(false)
})

test('a name that stands in two lists is one format, as the command line has them in one list', () => {
  const lists: Record<string, unknown>[] = [TABLE_FORMATS, GRAPH_FORMATS, PICTURE_FORMATS]
  for (const list of lists)
    for (const [name, format] of Object.entries(list))
      expect(formats.FILE_FORMATS).toHaveProperty(name, format)
})
