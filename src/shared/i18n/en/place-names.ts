/** What an import says of the names of places and institutions. */
export const placeNames = {
  oddities: {
    'contradicting-cities':
      'Affiliations whose city names another country than the country beside it (counted for that country and in no city)',
    'alias-names': 'Names of institutions matched by an alias, label or acronym of the institutions file',
    'unsure-alias-names':
      'Names of institutions that could be an alias or acronym of several in the institutions file (not joined)',
  },
}
