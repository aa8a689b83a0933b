import type { Subject } from '../../domain/subjects.ts'

export const common = {
  subjects: {
    all: 'All subjects',
    chemistry: 'Chemistry',
    'physical-sciences': 'Physical sciences',
    'biological-sciences': 'Biological sciences',
    'earth-environmental-sciences': 'Earth & environmental sciences',
    'health-sciences': 'Health sciences',
  } satisfies Record<Subject, string>,
  /** The same inside a sentence. */
  subjectsIn: {
    all: 'all subjects',
    chemistry: 'chemistry',
    'physical-sciences': 'physical sciences',
    'biological-sciences': 'biological sciences',
    'earth-environmental-sciences': 'earth and environmental sciences',
    'health-sciences': 'health sciences',
  } satisfies Record<Subject, string>,
  kinds: { published: 'Published edition', computed: 'Computed', sample: 'Sample' },
  qualifiers: {
    exact: 'exact',
    about: '“about” in the source',
    nearly: '“nearly” in the source',
    implied: 'implied by the text',
  },
  np: 'n.p.',
  notPublished: 'not published',
  share: 'Share',
  count: 'Count',
  rank: 'Rank',
  region: 'Country or region',
  city: 'City',
  close: 'Close',
  tryAgain: 'Try again',
  copied: 'Copied',
  copyDetails: 'Copy details',
  didYouMean: 'Did you mean {names}?',
  comma: ', ',
  /** Between a thing and what is said of it; `comma` stands between things of one kind. */
  clause: ', ',
  colon: ': ',
  waysOn: 'Ways on',
  loading: 'Loading',
  export: 'Export',
  openCity: 'Open city',
}
