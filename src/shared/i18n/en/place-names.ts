/** What an import says of the names of places and institutions. */
export const placeNames = {
  oddities: {
    'contradicting-cities':
      'Affiliations whose city, or the record of whose institution, is in another country than the row names (counted for the row’s country and in no city)',
    'alias-names': 'Names of institutions matched by an alias, label or acronym of the institutions file',
    'unsure-alias-names':
      'Names of institutions that could be an alias or acronym of several in the institutions file (not joined)',
  },
}
