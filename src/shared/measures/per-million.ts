import type { Indicator } from './measure.ts'
import { rankingMeasure } from './measure.ts'
import { ENTITY, OUR_DEFINITION, YEAR } from './terms.ts'

export const perMillion = rankingMeasure({
  id: 'perMillion',
  indicator: 'share-per-million',
  group: 'output',
  unit: 'perMillion',
  decimals: 1,
  signed: false,
  label: { en: 'Share per million inhabitants', zh: '每百万居民份额' },
  name: { en: 'Share per million inhabitants', zh: '每百万居民份额' },
  phrase: { en: 'Share per million inhabitants', zh: '每百万居民份额' },
  head: { en: 'million', zh: '百万居民' },
  small: { en: 'Share per', zh: '份额 / 每' },
  fileHead: { en: 'Share per million inhabitants', zh: '每百万居民贡献份额' },
  definition: {
    en: 'The Share of a year for each million inhabitants, by the population that the table of populations gives for the place: of that year, else of the nearest year in the table. The population, its year, the area it is of and its source stand with each figure.',
    zh: '某年的份额按每百万居民计。人口取自人口表中该地当年的数字，没有当年数字时取最近年份。每个数字都附人口、年份、所指区域与来源。',
  },
  formula: 'm_y(X) = [10⁶ × Share_y(X) / Population(X)]',
  where: [ENTITY, YEAR],
  source: OUR_DEFINITION,
  caveat: {
    en: 'Where no population is given the figure is not known. City proper and metropolitan area differ several-fold: compare only places whose populations are of the same kind of area.',
    zh: '没有人口数字时，该值为未知。市域与都市圈人口可相差数倍，只宜比较区域口径相同的城市。',
  },
  ofEdition: 'derived',
  entities: ['city', 'metro'],
  onDemand: false,
  largestFirst: true,
  standard: ['city', 'compare', 'terminal', 'terminal-index'],
  width: 84,
  leaves: 5,
  optional: true,
})

export const population: Indicator = {
  indicator: 'population-millions',
  group: 'structure',
  label: { en: 'Population', zh: '人口' },
  unit: 'million',
  decimals: 1,
  definition: { en: 'Population of the city as the edition prints it.', zh: '该版所印的城市人口。' },
  formula: null,
  where: [],
  source: { en: 'As printed in the edition', zh: '以该版所印为准' },
  caveat: null,
}
