/** What a choice of another dataset could not keep. */
export const lost = {
  missing: 'This dataset has no city of its own for: {cities}.',
  instead: '{city} is not in this dataset; {instead} is.',
  open: 'Open {city}',
  tick: 'Tick {city}',
  year: 'It has no table of the chosen year; its usual one is shown.',
  region: 'The filter by region was let go: this dataset has no city there.',
  sector: 'The filter by sector was let go: this dataset knows no sectors.',
  by: 'Cities are shown: this dataset ranks nothing else.',
  period: 'The chosen period was let go: it does not hold in this dataset, whose usual one is shown.',
  base: 'The base year was let go: it does not hold in this dataset.',
}
