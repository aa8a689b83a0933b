import { expect, test } from 'vitest'
import * as formats from './file-formats.ts'

const { TABLE_FORMATS, GRAPH_FORMATS, PICTURE_FORMATS, isText } = formats

test('a PNG alone is no text', () => {
  const all = Object.entries({ ...TABLE_FORMATS, ...GRAPH_FORMATS, ...PICTURE_FORMATS })
  expect(all.filter(([, format]) => !isText(format)).map(([name]) => name)).toEqual(['png'])
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
