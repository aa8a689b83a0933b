/** What a page says on paper. */
export const paper = {
  version: 'version {version}',
  between: ' · ',
  printed: 'Printed on {day}',
  cut: 'The list has {of} rows; these pages hold the first {n}. An export holds all of them.',
}
