/** Words of laid-out figures: the changes that an edition prints. */
export const changes = {
  kind: 'Bar chart',
  title: {
    all: 'The edition prints {n} changes of {cities} cities; of the others none is published',
    fastest: 'In {subject} the edition prints {n} changes; {name} rose fastest, by {percent} % ({from}–{to})',
    some: 'In {subject} the edition prints {n} changes of {cities} cities; of the others none is published',
    none: 'No change of {subject} is printed',
  },
  subtitle: 'Changes of adjusted Share as printed, {subject}',
  heads: { name: 'City', value: 'Change' },
  percent: '{value} %',
  share: '{value} Share',
  group: '{subject}, {from}–{to}',
  groupOf: '{subject}, {from}–{to}, edition {edition}',
  note: 'Bars: percent, on one linear axis; a change in Share has no bar.',
  notRanking: 'Of other cities no change is published.',
  numberShare: '{city}, {subject}, change of adjusted Share, {from}–{to}',
  table: 'Printed changes',
  chart: 'Change in percent',
  howTo:
    'A bar is a change of adjusted Share in percent, as the edition prints it in its text, under its subject and the two years. It is no ranking: of most cities no change is published.',
}
