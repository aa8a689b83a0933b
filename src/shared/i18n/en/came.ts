/** What came of an import, and where to look first. */
export const came = {
  articles: { one: '**1** article', more: '**{n}** articles' },
  institutions: { one: '1 institution', more: '{n} institutions' },
  cities: { one: '1 city', more: '{n} cities' },
  countries: { one: '1 country', more: '{n} countries' },
  named: { one: 'the 1 institution', more: 'the {n} institutions' },
  records: { one: 'the 1 record of institutions', more: 'the {n} records of institutions' },
  number: { one: '1', more: '{n}' },
  period: '{first}–{last}',
  stop: '.',
  nothing: 'No article is counted.',
  inCities: 'Counted: {articles} of {years}, by {institutions} in {cities} of {countries}.',
  partly:
    'Counted: {articles} of {years}, by {institutions} in {cities} of {countries}. **{percent} %** of their Share lies in a known city',
  inCountries: 'Counted: {articles} of {years}, in {countries}. No city is known',
  institutionsOnly: 'Counted: {articles} of {years}, by {institutions}. No city and no country is known',
  nowhere: 'Counted: {articles} of {years}. No institution, city or country is known',
  noFile: ': no file of institutions was given. Add one (institutions of OpenAlex, or ROR) to place them.',
  unnamed: ': the articles name none.',
  matched:
    ': **{matched}** of {named} named in the articles are among {read} given. Add the records of the others to place them.',
  recordsWithoutCity: ': the records of institutions name none.',
  open: {
    city: 'Open the ranking of cities',
    metro: 'Open the ranking of metropolitan areas',
    country: 'Open the ranking of countries',
    institution: 'Open the ranking of institutions',
  },
  next: 'Look at it: {command}',
}
