/** Words of an index whose articles were collected for a place, and of mixed matchers. */
export const collected = {
  short: 'only with {places}',
  long: 'Only with {places}: articles of other {others} are here only where {who} shares them, so their ranks, Shares and N are not those of the whole.',
  longMany:
    'Only with {places}: articles of other {others} are here only where one of {who} shares them, so their ranks, Shares and N are not those of the whole.',
  others: { city: 'cities', country: 'countries', institution: 'institutions', mixed: 'places' },
  these: 'these',
  list: '{names} and {last}',
  listMore: '{names} and {n} more',
  comma: ', ',
  label: 'Collected',
  row: 'collected',
  mixed:
    'Files fetched before and after 28 September 2026 stand side by side ({from} to {to}). OpenAlex matches affiliations anew since that day and left updated_date as it was, so Shares of the two are not comparable: fetch all anew.',
}
