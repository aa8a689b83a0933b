/** Colours of figures: the design tokens as values, for canvases and files that know no CSS. */
import type { Subject } from '../domain/subjects.ts'

export type FigureTheme = 'light' | 'dark'

export interface FigurePalette {
  bg: string
  line: string
  line2: string
  line3: string
  ink: string
  ink2: string
  ink3: string
  data: string
  data2: string
  data3: string
  needle: string
  needleText: string
  /** Behind what is being read. */
  wash: string
  hatch: string
  subjects: Record<Exclude<Subject, 'all'>, string>
  /** The same hues for words, dark (or light) enough to be read. */
  subjectTexts: Record<Exclude<Subject, 'all'>, string>
}

export const PALETTES: Record<FigureTheme, FigurePalette> = {
  light: {
    bg: '#ffffff',
    line: '#e2e5e8',
    line2: '#cdd2d7',
    line3: '#8d959d',
    ink: '#14171a',
    ink2: '#434a51',
    ink3: '#5b636b',
    data: '#5b6670',
    data2: '#98a2ab',
    data3: '#c9cfd5',
    needle: '#d55e00',
    needleText: '#a74700',
    wash: '#fbeee4',
    hatch: '#c4cbd1',
    subjects: {
      chemistry: '#0072b2',
      'physical-sciences': '#b8579a',
      'biological-sciences': '#009e73',
      'earth-environmental-sciences': '#3a9ad4',
      'health-sciences': '#c98200',
    },
    subjectTexts: {
      chemistry: '#00659e',
      'physical-sciences': '#9c4180',
      'biological-sciences': '#00734f',
      'earth-environmental-sciences': '#1f6f9f',
      'health-sciences': '#865a00',
    },
  },
  dark: {
    bg: '#15181b',
    line: '#24292e',
    line2: '#343b42',
    line3: '#69727b',
    ink: '#eceff1',
    ink2: '#b9c0c7',
    ink3: '#969fa8',
    data: '#8c98a3',
    data2: '#65707a',
    data3: '#3f474f',
    needle: '#ff8132',
    needleText: '#ff955a',
    wash: '#33221a',
    hatch: '#3d454c',
    subjects: {
      chemistry: '#4aa3df',
      'physical-sciences': '#d986bd',
      'biological-sciences': '#2bbf92',
      'earth-environmental-sciences': '#8fd0f5',
      'health-sciences': '#f0b429',
    },
    subjectTexts: {
      chemistry: '#6bb6e8',
      'physical-sciences': '#e2a0cb',
      'biological-sciences': '#4fd0a8',
      'earth-environmental-sciences': '#a6daf7',
      'health-sciences': '#f4c454',
    },
  },
}

/** Overall figures are graphite; a subject's figure takes its hue. */
export function dataColour(palette: FigurePalette, subject: Subject): string {
  return subject === 'all' ? palette.data : palette.subjects[subject]
}
