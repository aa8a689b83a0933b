import { describe, expect, it } from 'vitest'
import { translate } from '../../../shared/i18n/index.ts'
import { FIGURE_FORMATS, formatNames } from '../../../shared/domain/file-formats.ts'
import type { Part } from '../../../shared/plates/parts.ts'
import type { Plate } from '../../../shared/plates/plate.ts'
import { writesOf } from './writes.ts'

const box = { x: 0, y: 0, width: 1, height: 1 }
const text = (role: string) => ({ kind: 'text', role, lines: [] }) as unknown as Part
const line = { kind: 'line' } as unknown as Part
const table = {
  kind: 'table',
  columns: [{}, {}, {}],
  rows: [{ head: true, cells: [] }, { cells: [] }, { cells: [] }],
} as unknown as Part
const chart = {
  kind: 'chart',
  type: 'bar',
  sheet: { head: [], rows: [[], []] },
  plot: box,
} as unknown as Part
const PLATE = {
  parts: [
    text('title'),
    text('source'),
    table,
    chart,
    { kind: 'group', name: 'g', parts: [line, text('label')] },
  ],
} as unknown as Plate

const of = (format: keyof typeof FIGURE_FORMATS, more = {}) =>
  writesOf([PLATE], { format, embedFont: false, include: { notes: true }, ...more })

describe('what a file will hold', () => {
  it('counts native tables, charts and shapes of slides', () => {
    expect(of('pptx')).toEqual([
      { key: 'textSource', values: {} },
      { key: 'table', values: { n: 2, columns: 3 } },
      { key: 'bars', values: { n: 2 } },
      { key: 'shapes', values: { n: 2 } },
      { key: 'notes', values: {} },
      { key: 'hidden', values: {} },
    ])
    expect(of('pptx', { include: { notes: false } }).map(({ key }) => key)).not.toContain('notes')
  })

  it('says letters that go along with an SVG only where they do', () => {
    expect(of('svg').map(({ key }) => key)).toEqual(['textSource', 'vector', 'hidden'])
    expect(of('svg', { embedFont: true }).map(({ key }) => key)).toContain('letters')
  })

  it('has words for all of it in both languages', () => {
    const keys = formatNames(FIGURE_FORMATS).flatMap((format) => of(format, { embedFont: true }))
    for (const { key, values } of keys)
      for (const language of ['en', 'zh'] as const)
        for (const part of ['head', 'text'])
          expect(translate(language, `sheet.writes.${key}.${part}`, values)).not.toMatch(/sheet\.writes|\{/)
  })
})
