/** Words of laid-out figures: charts. */
export const charts = {
  dots: {
    title: '{name} has {value} articles for each unit of Share, {side} the median of {median}',
    titleLevel: '{name} has {value} articles for each unit of Share, the median',
    titlePlain: '{name} has {value} articles for each unit of Share',
    titleMost: '{name} has the most articles for its Share: {value} for each unit',
    above: 'above',
    below: 'below',
    reference: '; dashed: median {value}',
    note: 'The higher, the more of each article was written elsewhere.',
    howTo:
      'A dot stands at the Count divided by the Share: the higher, the more of each article was written by authors elsewhere. The axis does not start at 0; the dashed line is the median of all rows of the ranking.',
  },
  ranks: {
    note: 'Only printed ranks are shown.',
    alt: 'Line chart of ranks. {finding}. Rank by Share, {subject}, {from}–{to}. {some}. {of}.',
    altNone: '{finding}.',
    year: 'Year',
    number: '{city}, rank, {subject}, {year}',
    said: '{year}: {rank}',
    chart: 'Ranks of {city}',
    of: 'printed',
    howTo:
      'Ranks stand by year, the first on top. A line joins years of one scope and one boundary; nothing crosses a hatched gap.',
  },
}
