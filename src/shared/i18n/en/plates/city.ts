/** Words of laid-out figures: city. */
export const city = {
  alt: {
    end: '. ',
    listed: ', ',
    of: { printed: 'Printed', sample: 'Synthetic sample', computed: 'Computed from articles' },
  },
  kinds: { series: 'Line chart', profile: 'Dot chart', institutions: 'Bar chart' },
  numbers: { n0: 'none', n1: 'one', n2: 'two', n3: 'three', n4: 'four', n5: 'five' },
  /** As titles say them. */
  subjectsIn: {
    chemistry: 'chemistry',
    'physical-sciences': 'physical sciences',
    'biological-sciences': 'biological sciences',
    'earth-environmental-sciences': 'earth sciences',
    'health-sciences': 'health sciences',
  },
  /** Beside lines, and where there is less room. */
  subjects: {
    chemistry: 'Chemistry',
    'physical-sciences': 'Physical sciences',
    'biological-sciences': 'Biological sciences',
    'earth-environmental-sciences': 'Earth, environmental',
    'health-sciences': 'Health sciences',
  },
  subjectsShort: {
    chemistry: 'Chemistry',
    'physical-sciences': 'Physical',
    'biological-sciences': 'Biological',
    'earth-environmental-sciences': 'Earth, environ.',
    'health-sciences': 'Health',
  },
  title: {
    roseAll: '{city} rose in all {of} subjects',
    fellAll: '{city} fell in all {of} subjects',
    someAll: '{city} rose in {n} of {of} subjects',
    roseKnown: '{city} rose in each of the {of} subjects whose change is known',
    fellKnown: '{city} fell in each of the {of} subjects whose change is known',
    someKnown: '{city} rose in {n} of the {of} subjects whose change is known',
    most: ', most in {subject}',
    largest:
      '{city}’s largest subject is {subject}, with a Share of {share} ‖ The largest subject of {city} is {subject}, with a Share of {share}',
    published: '{n} Shares by subject are published for {city}, {span}',
    publishedOne: 'One Share by subject is published for {city}, {span}',
    publishedNone: 'No Share by subject is published for {city}',
    known: '{n} Shares by subject are known of {city}, {span}',
    knownOne: 'One Share by subject is known of {city}, {span}',
    knownNone: 'No Share by subject is known of {city}',
    weighs: '{city} leans most to {subject}, with {times} times the weight in the index',
    weightsNone: 'No weight of a subject is known of {city}',
    institution:
      '{name} holds {percent} % of {city}’s Share ‖ {name} holds {percent} % of the Share of {city}',
    institutionIn:
      '{name} holds {percent} % of {city}’s Share in {subject} ‖ {name} holds {percent} % of the Share of {city} in {subject}',
    institutionNone: 'No institution is known in {city}',
  },
  subtitle: 'Share by subject, {span}; subjects overlap and do not add up',
  subtitleProfile: {
    city: 'Weight of each subject in the city against the whole index, {year}; 1 = alike',
    institution: 'Weight of each subject in the institution against the whole index, {year}; 1 = alike',
  },
  subtitleInstitutions: 'Share within {city}, {subject}, {year}; {n} of {of} institutions',
  change: 'Change, %',
  notPublished: 'n.p.',
  notKnown: 'n.k.',
  noteChange: 'Change of adjusted Share {from}–{to}.',
  noteOther: '* {from}–{to}.',
  noteBreak: 'Hatched: what is counted changed.',
  noteSum:
    'Sums without bars: other institutions, and affiliations without one; all rows add up to the city’s Share.',
  noteMissing: 'n.p.: not published.',
  profile: 'Subject profile, {year}',
  below: 'below the index',
  above: 'above',
  chart: 'Share by subject and year',
  chartProfile: 'Subject profile',
  gap: 'Change of scope',
  axis: 'Axis',
  intervals: 'Intervals',
  number: '{city}, {subject}, Share, {year}',
  numberChange: '{city}, {subject}, change of adjusted Share in percent, {from}–{to}',
  numberWeight: '{city}, {subject}, specialisation, {year}',
  numberInstitution: '{name}, Share in {city}, {year}',
  row: '{subject}: {values}',
  value: '{share} in {year}',
  rowWeight: '{subject}: {weight} times its weight in the index',
  howTo:
    'Each line is a subject’s Share by year. Lines end where what is counted changes; values of two scopes are not compared. An article may have several subjects.',
  howToProfile: {
    city: 'A bar to the right means that the subject has more weight in the city than in the whole index, to the left less. The axis is logarithmic: half and double are equally long.',
    institution:
      'A bar to the right means that the subject has more weight in the institution than in the whole index, to the left less. The axis is logarithmic: half and double are equally long.',
  },
  howToInstitutions:
    'A bar is the part of the city’s Share that an institution’s affiliations in the city hold. An institution may have further Share in other cities.',
}
