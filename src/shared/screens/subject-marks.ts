import type { SUBJECTS } from '../domain/subjects.ts'
import type { MarkShape } from '../plates/parts.ts'

/** Hue (a token) and shape of each subject. */
export interface SubjectSign {
  colour: string
  /** The same hue where letters carry it. */
  text: string
  /** As laid-out figures and Office files name it. */
  shape: MarkShape
  /** The same, on 10 × 10 units. */
  path: string
  stroke?: boolean
}

export const subjectMarks: Readonly<Record<string, SubjectSign>> = {
  chemistry: {
    colour: 'var(--s-chem)',
    text: 'var(--s-chem-t)',
    shape: 'circle',
    path: 'M5 .4a4.6 4.6 0 1 1 0 9.2 4.6 4.6 0 0 1 0-9.2z',
  },
  'physical-sciences': {
    colour: 'var(--s-phys)',
    text: 'var(--s-phys-t)',
    shape: 'triangle',
    path: 'M5 .6 9.8 9.2H.2z',
  },
  'biological-sciences': {
    colour: 'var(--s-bio)',
    text: 'var(--s-bio-t)',
    shape: 'diamond',
    path: 'M5 0 10 5 5 10 0 5z',
  },
  'earth-environmental-sciences': {
    colour: 'var(--s-earth)',
    text: 'var(--s-earth-t)',
    shape: 'square',
    path: 'M.8 .8h8.4v8.4H.8z',
  },
  'health-sciences': {
    colour: 'var(--s-health)',
    text: 'var(--s-health-t)',
    shape: 'cross',
    path: 'M1.2 1.2l7.6 7.6M8.8 1.2l-7.6 7.6',
    stroke: true,
  },
} satisfies Record<(typeof SUBJECTS)[number], SubjectSign>
