/** Words of laid-out figures: pairs. */
export const pairs = {
  title: {
    pair: '{a} and {b} collaborate most, with a score of {score}',
    pairRead: '{a} and {b} collaborate with a score of {score}',
    partner: 'The closest partner of {of} is {b}, with a score of {score}',
    partnerRead: '{b} is partner number {place} of {of}, with a score of {score}',
    unscored: '{count} pairs are named, {scored} of them with a score',
    none: 'No pair has a joint article',
  },
  subtitle: '{what} in {period}, {rows}; {filters}',
  rows: {
    institutions: '{count} of {of} {units}',
    cities: '{count} of {of} {units}',
    countries: '{count} of {of} {units}',
    partners: '{count} of {of} {units}',
  },
  rowsAll: '{count} {units}',
  units: {
    institutions: 'pairs of institutions',
    cities: 'pairs of cities',
    countries: 'pairs of countries',
    partners: 'partners of {of}',
  },
  inCity: 'within {city}',
  pair: '{a} – {b}',
  heads: { place: '#', pair: 'Pair', partner: 'Partner', value: 'Score' },
  between: 'Between cities',
  group: '{city}, {subject}',
  left: '{n} not drawn',
  note: 'Score: the two Shares in joint articles, added.',
  numbers: '{pair}, bilateral collaboration score, {subject}, {period}',
  chart: 'Bars of scores',
  table: 'Pairs',
  howTo:
    'A bar’s length is the bilateral collaboration score: over the articles of both, the sum of their Shares. Bars begin at 0.',
  kind: 'Bar chart',
}
