/** Words of laid-out figures: rising. */
export const rising = {
  kind: { tracks: 'Track chart', slopes: 'Slope chart' },
  title: {
    fastest: '{name} rose fastest{in}, by {percent} %',
    most: '{name} rose most{in}, by {change}',
    rose: '{name} rose by {by}{in}, {place} of {total} {units}',
    fell: '{name} fell by {by}{in}, {place} of {total} {units}',
    kept: '{name} kept its Share{in}, {place} of {total} {units}',
    none: 'None of the {total} {units} rose{in}, {from} to {to}',
    percent: '{percent} %',
    in: ' in {subject}',
    inAll: '',
  },
  subtitle: 'Share in {subject}, {from}–{to}, adjusted to {base}; {n} of {total} {units}{where}{floor}',
  where: ' in {region}',
  atLeast: ' with at least {floor} in {from}',
  place: '#',
  heads: {
    adjusted: { first: 'Share {year},', second: 'adjusted' },
    share: { first: 'Share', second: '{year}' },
    change: { first: 'Change', second: 'in Share' },
    changePct: { first: 'Change', second: 'in %' },
  },
  floor: 'floor {floor}',
  skipped: '{n} {units} not drawn',
  log: 'Log axis: equal lengths are equal percentages.',
  linear: 'Linear axis: equal lengths are equal changes.',
  logSlopes: 'Log axis: equal slopes are equal percentages.',
  axis: 'Axis',
  intervals: 'Intervals',
  chart: 'Share of {from} and {to}',
  table: 'Shares and changes, {from} to {to}',
  number: '{name}, adjusted Share, {year}',
  numberChange: '{name}, change of adjusted Share, {from}–{to}',
  numberChangePct: '{name}, change of adjusted Share in percent, {from}–{to}',
  row: '{place}. {name}: {a} in {from}, {b} in {to}, {change}',
  rowAlt: '{name} {a} to {b}',
  noPct: 'no percentage',
  howTo: {
    tracks:
      'Each row runs from the Share of {from}, adjusted to the size of the index in {base} (hollow, small), to that of {to}. The axis is logarithmic: equal lengths are equal percentages.',
    linear:
      'Each row runs from the Share of {from}, adjusted to the size of the index in {base} (hollow, small), to that of {to}. The axis is linear: equal lengths are equal changes.',
    slopes:
      'Each line runs from the Share of {from}, adjusted to the size of the index in {base}, to that of {to}. The axis is logarithmic: equal slopes are equal percentages.',
    floor: 'Left out is whoever had a Share below {floor} in {from}.',
  },
}
