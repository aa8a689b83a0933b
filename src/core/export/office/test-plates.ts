/** A deck for tests that holds every kind of part: charts, tables, marks, a picture, groups; and all that a writer needs. */
import { join } from 'node:path'
import { FIGURE_PRESETS } from '../../../shared/domain/figure-presets.ts'
import type { FigurePresetName } from '../../../shared/domain/figure-presets.ts'
import type { Language } from '../../../shared/domain/language.ts'
import type { FigureTheme } from '../../../shared/figures/palette.ts'
import { plateOf } from '../../../shared/plates/frame.ts'
import type { Mark, Part, TextPart } from '../../../shared/plates/parts.ts'
import type { Plate } from '../../../shared/plates/plate.ts'
import { textMetricsIn } from '../../drawing/text-metrics.ts'
import type { WriteOptions } from '../plate/writers/writer.ts'
import { BARS, PROFILE, SERIES, TRACKS } from './test-charts.ts'
import { TEST_STAMP } from './test-stamp.ts'

const fontsDir = join(import.meta.dirname, '../../../../resources/fonts')

export const TEST_OPTIONS: WriteOptions = {
  stamp: TEST_STAMP,
  citation: [],
  dpi: 300,
  fonts: 'office',
  embedFont: false,
  date: new Date('2024-11-20T00:00:00Z'),
  ownNotes: ['Say this first.\nThen that.'],
  notes: true,
  fontsDir,
  metrics: textMetricsIn(fontsDir),
}

const label = (x: number, y: number, text: string, more: Partial<TextPart> = {}): TextPart => ({
  kind: 'text',
  role: 'label',
  x,
  y,
  lines: [[{ text }]],
  leading: 15.6,
  size: 12,
  weight: 400,
  tone: 'ink',
  align: 'left',
  ...more,
})

const table: Part = {
  kind: 'table',
  name: 'Ranking',
  alt: 'Table. Rank, city and Share of five cities.',
  x: 48,
  y: 104.4,
  size: 12,
  columns: [
    { width: 24, align: 'right', left: 0, right: 0 },
    { width: 110, align: 'left', left: 9, right: 0 },
    { width: 88, align: 'right', left: 0, right: 12 },
    { width: 642, align: 'left', left: 0, right: 0 },
  ],
  rows: [
    {
      height: 18,
      head: true,
      cells: [
        { runs: [{ text: '#' }], tone: 'ink3', bottom: { tone: 'ink', width: 0.6 } },
        { runs: [{ text: 'City and Share' }], span: 3, tone: 'ink3', bottom: { tone: 'ink', width: 0.6 } },
      ],
    },
    ...BARS.sheet.rows.map(([name = '', share], i) => ({
      height: 72.48,
      cells: [
        i === 0
          ? { runs: [], badge: { letter: 'A', tone: 'ink' as const } }
          : { runs: [{ text: String(i + 1) }] },
        {
          runs: [{ text: String(name) }],
          weight: i === 4 ? (600 as const) : (400 as const),
          ...(i === 1 ? { mark: mark('diamond', false) } : {}),
        },
        { runs: [{ text: Number(share).toFixed(2) }] },
        { runs: [], bottom: { tone: 'line' as const, width: 0.6 } },
      ],
    })),
  ],
}

function mark(shape: Mark['shape'], hollow: boolean): Mark {
  return { shape, hollow, size: 9, tone: 'biological-sciences' }
}

const shapes: Part[] = [
  { kind: 'rect', box: { x: 500, y: 130, width: 40, height: 200 }, hatched: true },
  {
    kind: 'rect',
    box: { x: 560, y: 130, width: 40, height: 200 },
    fill: 'wash',
    stroke: { tone: 'line3', width: 0.75, dash: 'dash' },
  },
  {
    kind: 'polyline',
    points: [
      [620, 140],
      [660, 180],
      [640, 220],
    ],
    tone: 'line3',
    width: 0.9,
  },
  ...(['circle', 'triangle', 'diamond', 'square', 'cross'] as const).map((shape, i): Part => ({
    kind: 'mark',
    x: 700 + i * 24,
    y: 150,
    mark: mark(shape, i % 2 === 0),
  })),
  { kind: 'badge', x: 700, y: 190, letter: 'B', side: 18, size: 12, tone: 'needle' },
  label(640, 260, 'two lines', {
    lines: [[{ text: 'Zürich ' }, { text: 'Ελλάδα', weight: 600 }], [{ text: '서울 東京 “<&>”' }]],
    halo: true,
  }),
  {
    kind: 'group',
    name: 'Difference Nanjing Boston',
    parts: [
      { kind: 'line', x1: 900, y1: 120, x2: 900, y2: 300, tone: 'ink', width: 0.9, dash: 'dot' },
      { kind: 'line', x1: 860, y1: 300, x2: 700, y2: 300, tone: 'needle', width: 1.4, arrow: true },
      label(780, 320, '488.45 behind Boston', { align: 'center', weight: 600, tone: 'needleText', size: 13 }),
    ],
  },
]

const picture: Part = {
  kind: 'picture',
  name: 'Network',
  alt: 'Network. Columbia and NYU are the closest pair.',
  box: { x: 48, y: 104, width: 600, height: 380 },
  scene: {
    width: 300,
    height: 200,
    items: [
      {
        type: 'circle',
        x: 100,
        y: 100,
        r: 40,
        fill: '#5b6670',
        stroke: '#ffffff',
        strokeWidth: 1,
        opacity: 1,
        clip: null,
      },
      {
        type: 'text',
        text: 'Columbia 北京',
        x: 100,
        y: 160,
        anchor: 'middle',
        size: 8,
        weight: 600,
        fill: '#14171a',
        stroke: '#ffffff',
        strokeWidth: 2,
        turn: null,
        opacity: 1,
        clip: null,
      },
    ],
  },
}

const WORDS: Record<Language, { title: string; subtitle: string; source: string }> = {
  en: {
    title: 'Nanjing is fifth, 488.45 behind Boston',
    subtitle: 'Share, 5 of 100 cities, 2023',
    source: 'Source: Nature Index, Science Cities 2024 (CC BY-NC-SA 4.0), as printed.',
  },
  zh: {
    title: '南京居第五，比波士顿少 488.45',
    subtitle: '份额，100 座城市中的前 5 座，2023 年',
    source: '来源：自然指数－科研城市 2024（CC BY-NC-SA 4.0），为发表值。',
  },
}

export function testPlate(
  parts: readonly Part[],
  language: Language = 'en',
  theme: FigureTheme = 'light',
  preset: FigurePresetName = 'slide-full',
  page = 1,
): Plate {
  const plate = plateOf(
    WORDS[language],
    {
      preset: FIGURE_PRESETS[preset],
      language,
      theme,
      transparent: false,
      measure: TEST_OPTIONS.metrics.width,
      include: { source: true, page: true, legend: true, labels: true },
      page,
      mark: 'Sample, ● printed',
    },
    () => ({
      kind: 'test',
      parts: [...parts],
      alt: 'Bar chart. Nanjing is fifth. 5 of 100 cities.',
      description: 'Five cities.',
      howTo: 'Each bar is one city.',
      measures: ['share'],
      numbers: [],
      labels: { drawn: 5, of: 5 },
      fileStem: 'test',
    }),
  )
  return {
    ...plate,
    notes: [
      { head: 'Finding', text: plate.title },
      { head: 'Citation', text: 'One\nTwo' },
    ],
  }
}

/** A slide of each kind, numbered from 1. */
export function testDeck(language: Language = 'en', theme: FigureTheme = 'light'): Plate[] {
  const kinds: Part[][] = [[table, BARS], [SERIES, TRACKS], [PROFILE, ...shapes], [picture]]
  return kinds.map((parts, i) => testPlate(parts, language, theme, 'slide-full', i + 1))
}

/** For a part of a slide: a table and bars in one group. */
export const testHalf = (language: Language = 'en'): Plate =>
  testPlate(
    [
      {
        ...table,
        columns: [
          { width: 24, align: 'right', left: 0, right: 0 },
          { width: 100, align: 'left', left: 9, right: 0 },
          { width: 80, align: 'right', left: 0, right: 12 },
          { width: 200, align: 'left', left: 0, right: 0 },
        ],
      } as Part,
      { ...BARS, plot: { x: 220, y: 122, width: 200, height: 220 } },
    ],
    language,
    'light',
    'slide-half',
  )
