/** What an edition states in words; each stands on the pages of the cities that it names. */
export const statements = {
  /** Of which total a city's percentage is, where it is not that of its region alone. */
  totals: { CN: '% of the Share of the Chinese mainland, Hong Kong and Macau together' },
  'share-ratio': 'The Share of {city} is {value} times that of {other}',
  'share-gap': 'The Share of {city} is {value} below that of {other}',
  ahead: '{city} stands before {other}',
  'takes-rank': '{city} takes rank {value} from {other}',
  'falls-to-rank': '{city} falls to rank {value}',
  'only-rising': '{city} is the only city of its country among the ten with the largest rise',
  'adjusted-rise': 'The adjusted Share of {city} rose',
  'adjusted-fall': 'The adjusted Share of {city} fell',
  'leading-pairs': 'In the first {value} pairs of {city}',
  'named-pair': 'Productive pair of {city}, score',
  'pair-rank': 'Place of the pair among those of the leading cities',
  'pair-stronger': 'Far stronger than the leading pair of {other}',
  'pair-close': 'Score close to that of the leading pair of {other}',
  'population-rank': 'Place of {city} in its country by population',
}
