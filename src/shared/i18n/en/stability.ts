/** Words of intervals of Shares and ranks. */
export const stability = {
  /** Heads of an exported file. */
  columns: {
    shareLow: 'Share, low end of the 95 % interval',
    shareHigh: 'Share, high end of the 95 % interval',
    rankLow: 'Best rank of the 95 % interval',
    rankHigh: 'Worst rank of the 95 % interval',
    topTenPct: 'Among the first ten (% of replicates)',
    tie: 'Rank interval overlaps with another row (1 = yes)',
    leastDifference: 'Smallest difference from the next row that is one (articles)',
  },
  /** Heads in a terminal. */
  heads: {
    rankBand: 'Rank, 95 %',
    shareBand: 'Share, 95 %',
    topTen: 'Top 10',
    leastDifference: 'Least difference',
  },
  filter: 'Intervals',
  /** Before what they were made by, under a figure. */
  figure: 'Whiskers and bands of ranks:',
  range: '{low} to {high}',
  made: '95 %, bootstrap over articles, B = {b}, seed {seed}',
  tieNote: '≈ the rank interval overlaps with that of another row: the order of the two may be chance.',
  rough: 'Rough: fewer than {usual} replicates, so the ends of the intervals waver.',
  some: 'Intervals of the first {n} of {of} rows.',
  drawing: 'Drawing intervals: {done} of {of} replicates',
  toggle: 'Intervals',
  toggleTitle: '95 % intervals of Share and rank, by drawing the articles anew (I)',
  needsArticles: 'Intervals need articles; a published edition has none.',
  cancel: 'Cancel',
  failed: 'Intervals could not be drawn.',
  key: 'intervals',
  keyLong: '95 % intervals of a ranking, on or off',
  inspector: {
    title: 'How sure is that',
    share: 'Share, 95 % interval',
    rank: 'Rank, 95 % interval',
    topTen: 'Among the first ten',
    least: 'Smallest difference from the next row that is one',
    tie: 'The order of this row and another may be chance.',
    apart: 'No other row’s rank interval overlaps with this one’s.',
    next: 'It is {difference} ahead of {name}: {verdict}.',
    isOne: 'more than chance',
    isNone: 'within chance',
    none: 'No interval was drawn of this row.',
  },
}
