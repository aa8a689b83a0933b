/** Words of the sums that are checked on the Method page, and of the table of metropolitan areas. */
export const methodChecks = {
  title: 'The sums hold',
  titleOff: 'A sum does not hold',
  says: 'Reckoned anew for {subject}, {year}: Shares of all + known to none = articles.',
  heads: {
    of: 'Shares of',
    shares: 'Σ Share',
    unknown: 'Of none',
    articles: 'Articles',
    residual: 'Residual',
  },
  kinds: { institution: '{n} institutions', city: '{n} cities', country: '{n} countries' },
  overlap: 'Counts overlap and subjects overlap: neither is ever added up.',
  metros: 'Metropolitan areas',
  metrosSays:
    'An area is a list of cities. Shares of its cities add up exactly; its Count is counted from the articles anew.',
  metroEdition: 'As printed; of which cities an area is made, our source does not say.',
  area: 'Area',
  cities: 'Cities in it',
  more: 'All {n} areas',
  fewer: 'Fewer',
}
