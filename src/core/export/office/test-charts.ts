/** Charts of every kind for tests: bars with a chosen one, a series with a gap, tracks on a logarithmic axis, a profile. */
import type { ChartPart } from '../../../shared/plates/parts.ts'

const plot = { x: 282, y: 122.4, width: 630, height: 362.4 }

export const BARS: ChartPart = {
  kind: 'chart',
  name: 'Ranking',
  alt: 'Bar chart. Nanjing is fifth, 488.45 behind Boston.',
  type: 'bar',
  plot,
  sheet: {
    head: ['City', 'Share 2023'],
    rows: [
      ['Beijing 北京', 4259.39],
      ['Shanghai 上海', 2214],
      ['New York', 2107.48],
      ['Boston "the Hub" <&>', 2059.25],
      ['Nanjing 南京', 1570.8],
    ],
  },
  series: [
    {
      column: 1,
      tone: 'data',
      line: null,
      mark: null,
      points: { 4: { tone: 'needle' }, 2: { hollow: true } },
    },
  ],
  value: {
    min: 0,
    max: 4500,
    log: false,
    labels: 'top',
    grid: true,
    ticks: [0, 1500, 3000, 4500].map((at) => ({ at, label: at.toLocaleString('en-GB') })),
  },
  gap: 67,
  size: 12,
  format: '#,##0.00',
}

export const SERIES: ChartPart = {
  kind: 'chart',
  name: 'Series',
  alt: 'Line chart. Beijing rose in chemistry.',
  type: 'line',
  plot: { x: 90, y: 140, width: 263, height: 320 },
  sheet: {
    head: ['Year', 'Chemistry', 'Health sciences'],
    rows: [
      ['2019', 1459.8, null],
      ['2022', 1500, 209.5],
      ['', null, null],
      ['2023', 1714.88, 246.4],
    ],
  },
  series: [
    {
      column: 1,
      tone: 'chemistry',
      line: 1.8,
      mark: { shape: 'circle', size: 7, tone: 'chemistry', hollow: true },
      points: { 3: { mark: { shape: 'circle', size: 7, tone: 'chemistry', hollow: false } } },
    },
    {
      column: 2,
      tone: 'health-sciences',
      line: 1.8,
      mark: { shape: 'cross', size: 7, tone: 'health-sciences', hollow: true },
      points: { 1: { mark: null } },
    },
  ],
  value: {
    min: 0,
    max: 1800,
    log: false,
    labels: 'left',
    grid: true,
    ticks: [0, 600, 1200, 1800].map((at) => ({ at, label: at.toLocaleString('en-GB') })),
  },
  categories: { labels: true },
  size: 12,
  format: '#,##0.00',
}

export const TRACKS: ChartPart = {
  kind: 'chart',
  name: 'Tracks',
  alt: 'Tracks on a logarithmic axis.',
  type: 'xy',
  plot: { x: 400, y: 140, width: 500, height: 320 },
  sheet: {
    head: ['City', 'Share', 'Row', '2019', '2023'],
    rows: [
      ['Hefei', 210.5, 1.5, 1.5, null],
      ['Hefei', 640.12, 1.5, null, 1.5],
      ['', null, null, null, null],
      ['Zürich', 400, 0.5, 0.5, null],
      ['Zürich', 452.75, 0.5, null, 0.5],
      ['', null, null, null, null],
    ],
  },
  series: [
    { column: 2, xColumn: 1, tone: 'data3', line: 4, mark: null },
    {
      column: 3,
      xColumn: 1,
      tone: 'data',
      line: null,
      mark: { shape: 'circle', size: 9, tone: 'data', hollow: true },
    },
    {
      column: 4,
      xColumn: 1,
      tone: 'data',
      line: null,
      mark: { shape: 'circle', size: 9, tone: 'data', hollow: false },
      points: { 1: { mark: { shape: 'circle', size: 9, tone: 'needle', hollow: false } } },
    },
  ],
  value: { min: 0, max: 2, log: false, labels: 'none', grid: false, ticks: [] },
  x: {
    min: 30,
    max: 2400,
    log: true,
    labels: 'top',
    grid: true,
    ticks: [50, 100, 200, 500, 1000, 2000].map((at) => ({
      at,
      label: at.toLocaleString('en-GB'),
      bold: at === 50,
    })),
  },
  size: 12,
  format: '#,##0.00',
}

/** Bars that begin at 1 on a logarithmic axis. */
export const PROFILE: ChartPart = {
  ...BARS,
  name: 'Profile',
  plot: { x: 620, y: 150, width: 250, height: 300 },
  sheet: {
    head: ['Subject', 'Weight'],
    rows: [
      ['Chemistry', 1.29],
      ['Health', 0.37],
    ],
  },
  series: [{ column: 1, tone: 'data', line: null, mark: null, points: { 0: { tone: 'chemistry' } } }],
  value: {
    min: 0.3,
    max: 1.8,
    log: true,
    from: 1,
    labels: 'bottom',
    grid: true,
    ticks: [0.5, 1, 1.5].map((at) => ({ at, label: String(at), bold: at === 1 })),
  },
  gap: 400,
  format: '0.00',
}
