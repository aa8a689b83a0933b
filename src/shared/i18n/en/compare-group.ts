/** Words of a comparison that is measured against a group's median. */
export const compareGroup = {
  median: 'the median of {name}',
  choose: 'Group …',
  chosen: 'Median of {name}',
  chooseTitle: 'Measure all against the median of a group',
  none: 'No group of {kinds} is kept yet; groups are made in Rankings.',
  leave: 'Measure from the first again',
  head: 'M is the median of **{name}**, {n} of {of} here.',
  spread: '{measure}, {year}: median {median}, quartiles {lower} to {upper} ({said}).',
  spreadFew: '{measure}, {year}: median {median} ({said}).',
  spreadTitle: 'Quartiles {lower} to {upper} ({said})',
  spreadTitleFew: '{said}',
  band: 'Grey: between the quartiles.',
  noInterval: 'A difference from a median has no interval.',
  lacks: {
    'group-unknown': 'No group is kept as “{name}” here, so the others are measured from the first.',
    'group-kind': 'The group “{name}” has no {kinds}, so the others are measured from the first.',
  },
  // In files.
  of: '{measure}, {subject}',
  number: '{group}: {what}, {measure}, {subject}, {year}',
}
