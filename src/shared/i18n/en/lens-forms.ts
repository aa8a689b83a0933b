/** Numbers that are formed from other numbers of a view, in the lens. */
export const lensForms = {
  difference: 'Difference in {measure}',
  differencePct: 'Difference in {measure}, in percent',
  part: 'Part of the total score',
  whole: 'Total collaboration score',
  wholePart: 'Part of the total score',
  median: 'Median of {measure}',
  lower: 'Lower quartile of {measure}',
  upper: 'Upper quartile of {measure}',
  terms: {
    minuend: '{measure}: {name}',
    subtrahend: '{measure}: {name}',
    score: 'Score of the two',
    reachPart: 'Score with partners of this reach',
    whole: 'Total score with all partners',
    below: '{name}',
    beyond: '{name}',
    between: 'Part of the way from one to the other',
  },
  list: {
    members: 'In the order of their figures',
    membersSay: 'Members with the figure: {n}. Those that it is, or lies between, are marked.',
    partners: 'Partners that add up to it',
    partnersSay: 'Largest first.',
    rest: '{n} more partners, together',
    sum: 'Sum',
  },
}
