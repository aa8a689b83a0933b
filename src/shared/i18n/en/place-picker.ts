/** Words of the field in which places are found and chosen. */
export const placePicker = {
  found: 'Places found',
  chosen: 'Chosen: {field}',
  remove: 'Remove {name}',
  area: 'metropolitan area',
  city: 'city',
  manyRegions: '{first} and {n} more',
  results: '{n} found; arrow keys walk, Enter chooses.',
  none: 'No place of that name is known here. It is asked for as you typed it.',
  drop: 'Or drop the folder or its files here.',
}
