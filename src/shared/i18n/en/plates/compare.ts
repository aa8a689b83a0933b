import type { Subject } from '../../../domain/subjects.ts'

/** Words of laid-out figures: compare. */
export const compare = {
  kind: 'Comparison of cities',
  panels: {
    all: 'All subjects',
    chemistry: 'Chemistry',
    'physical-sciences': 'Physical',
    'biological-sciences': 'Biological',
    'earth-environmental-sciences': 'Earth, environ.',
    'health-sciences': 'Health',
  } satisfies Record<Subject, string>,
  rows: {
    all: 'Share, all subjects',
    chemistry: 'Chemistry',
    'physical-sciences': 'Physical sciences',
    'biological-sciences': 'Biological sciences',
    'earth-environmental-sciences': 'Earth and environmental',
    'health-sciences': 'Health sciences',
  } satisfies Record<Subject, string>,
  /** In a sentence, after "leads in". */
  fields: {
    all: 'all subjects',
    chemistry: 'chemistry',
    'physical-sciences': 'physical sciences',
    'biological-sciences': 'biology',
    'earth-environmental-sciences': 'earth and environment',
    'health-sciences': 'health',
  } satisfies Record<Subject, string>,
  numbers: { n2: 'two', n3: 'three', n4: 'four', n5: 'five', n6: 'six' },
  titles: {
    all: '{city} leads in all five subjects',
    some: '{city} leads in {n} subjects',
    named: '{city} leads in {fields}',
    /** After the first city: the verb is not said again. */
    someAlso: '{city} in {n}',
    namedAlso: '{city} in {fields}',
    join: ', ',
    times: '{a}’s Share is {times} times {b}’s',
    level: '{a} and {b} are level in Share',
    plain: '{cities} compared',
    behind: '{city} is {gap} behind {reference}',
    ahead: '{city} is {gap} ahead of {reference}',
    same: '{city} is level with {reference}',
    ranks: 'In {year} {ranks}',
    rank: '{city} ranks {rank}',
    rankAlso: '{city} {rank}',
  },
  subtitles: {
    series: 'Share, {years}, on one scale for the five subjects',
    seriesOne: 'Share, {years}',
    table: 'Share in {year}, and differences from {reference}',
    ranks: 'Rank by Share, {years}, on one scale',
  },
  years: '{from}–{to}',
  and: ' and ',
  shareIn: 'Share in {year}',
  fromYear: 'from {year}',
  same: '= {letter}',
  times: '{value}×',
  difference: '{city} − {reference}',
  half: '± {value}',
  missing: '–',
  notes: {
    sample: '○ sample.',
    dash: '– not published.',
    scope: 'Hatched: what is counted changes, so the two sides are not joined.',
    interval: '± 95 % interval. Wash: the interval holds zero, the two are level.',
  },
  howTo: {
    series:
      'Each small chart is one subject; the five subjects share one scale, all subjects together have their own. A letter at the end of a line names its city.',
    table:
      'The letters in the table stand at a city’s value divided by that of {reference}, on a logarithmic axis; at the ink line both are equal. Differences are subtracted from {reference}.',
    ranks: 'Rank 1 is on top; each small chart is one subject, all on one scale.',
  },
  table: 'Share and differences from {reference}',
  strip: 'Values divided by those of {reference}, logarithmic axis',
  panel: '{subject}: {measure} of {cities}, {years}',
  list: '{letter} {city} {value}',
  number: '{city}, {measure}, {subject}, {year}',
  numberDifference: '{city} − {reference}, {measure}, {subject}, {year}',
}
