import type { Unit } from '../../measures/measure.ts'

/** Every unit that a measure can have. */
type Units = Record<Exclude<Unit, 'none'>, string>

/** Words around the definitions; the definitions themselves are declared with the indicators. */
export const method = {
  subtitle: '{n} definitions, the same that tooltips and exported files give',
  nav: 'Definitions',
  walk: 'definitions',
  groups: {
    output: 'Output',
    change: 'Change',
    collaboration: 'Collaboration',
    structure: 'Structure and stability',
    convention: 'Conventions',
  },
  unitShort: {
    articles: 'articles',
    percent: '%',
    ratio: 'ratio',
    rank: 'rank',
    places: 'ranks',
    million: 'million',
    perMillion: 'per million',
  } satisfies Units,
  units: {
    articles: 'articles; an article is 1 in all',
    percent: 'percent',
    ratio: 'a ratio, without a unit',
    rank: 'rank in the order, 1 is first',
    places: 'ranks gained or lost',
    million: 'millions of people',
    perMillion: 'articles for each million inhabitants',
  } satisfies Units,
  decimals: ', shown to {n} decimals',
  where: 'Letters of the formula',
  unit: 'Unit',
  source: 'Source',
  caveat: 'Caution',
  words: { base: 'base', region: 'region', all: 'all' },
  conditions: {
    joint: 'over articles p of both',
    affiliated: 'over articles p with an affiliation in X',
  },
  licence: 'Licence and citation',
  licenceOf: '{name}: {licence}.',
  noLicence: 'not stated',
  copyCitation: 'Copy citation',
  copyFailed: 'Select and copy by hand',
  citation: '{citation}. Licence: {licence}. Dataset {dataset}, version {version}; read with {app}.',
  unknown: 'There is no definition “{id}”',
  unknownSays: 'Choose one from the list.',
}
