/** Why a number is what it is: the articles behind it. What only the lens says stands in `lens.ts`. */
export const derivation = {
  title: 'Why this number',
  open: 'show how it came about',
  why: 'Why?',
  key: 'why this number',
  rule: 'Each article counts as 1 and is divided equally among its authors, an author’s part equally among his or her affiliations. What lies here is added up.',
  scoreRule:
    'Of each article that both wrote together, the parts of both are added up; the sum over all such articles is the score.',
  noWords:
    'Titles, authors and affiliations were not kept when this index was made. The parts are exact all the same.',
  none: 'No article stands behind this number.',
  authors: 'Authors, their affiliations and parts',
  author: 'Author',
  affiliation: 'Affiliation',
  part: 'Part',
  counts: 'counts:',
  unnamed: 'Author {n}',
  printed: 'placed by printed address',
  unknownPlace: 'place not known',
  noAffiliation: 'no affiliation given',
  authorsShown: '{n} of {of} authors shown: first those who count',
  oneAuthor: '1 author',
  nAuthors: '{n} authors',
}
