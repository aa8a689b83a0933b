import type { Both, RankingMeasure } from './measure.ts'
import { rankingMeasure } from './measure.ts'
import { ENTITY, OUR_DEFINITION } from './terms.ts'

/** What the three have in common: percent of an entity's articles; an article may be of all three kinds. */
const reach = <const Id extends string>(
  of: Pick<RankingMeasure<Id>, 'id' | 'indicator' | 'entities' | 'formula' | 'leaves'> & {
    name: Both
    head: Both
    definition: Both
  },
): RankingMeasure<Id, 'none'> =>
  rankingMeasure({
    ...of,
    group: 'collaboration',
    unit: 'percent',
    decimals: 1,
    signed: false,
    label: of.name,
    name: { en: `${of.name.en}, %`, zh: `${of.name.zh}（%）` },
    phrase: { en: of.name.en.charAt(0).toLowerCase() + of.name.en.slice(1), zh: of.name.zh },
    small: { en: 'Collaboration', zh: '合作' },
    fileHead: { en: `${of.name.en} (% of articles)`, zh: `${of.name.zh}（占论文数 %）` },
    where: [ENTITY],
    source: OUR_DEFINITION,
    caveat: {
      en: 'Needs article-level data. An article may be of all three kinds. A city’s articles are local where two of its institutions wrote them; an affiliation whose place is not known counts for none.',
      zh: '需要论文层面的数据。一篇论文可同时属于三类。对城市而言，由本城两家机构合写即为本地合作；地点不明的所属机构不计入任何一类。',
    },
    ofEdition: 'none',
    onDemand: true,
    largestFirst: true,
    standard: ['city', 'compare'],
    width: 96,
  })

export const internationalPct = reach({
  id: 'internationalPct',
  leaves: 4,
  indicator: 'international-collaboration',
  entities: ['institution', 'city', 'metro', 'country'],
  name: { en: 'International collaboration', zh: '国际合作' },
  head: { en: 'internat., %', zh: '国际，%' },
  definition: {
    en: 'The part of the articles that were written with another country.',
    zh: '与其他国家合写的论文所占的比重。',
  },
  formula: 'i(X) = 100 × [articles with another country / Count(X)]',
})

export const domesticPct = reach({
  id: 'domesticPct',
  leaves: 3,
  indicator: 'domestic-collaboration',
  entities: ['institution', 'city', 'metro'],
  name: { en: 'Domestic collaboration', zh: '国内合作' },
  head: { en: 'domestic, %', zh: '国内，%' },
  definition: {
    en: 'The part of the articles that were written with another city of the country.',
    zh: '与本国其他城市合写的论文所占的比重。',
  },
  formula: 'd(X) = 100 × [articles with another city of the country / Count(X)]',
})

export const localPct = reach({
  id: 'localPct',
  leaves: 2,
  indicator: 'local-collaboration',
  entities: ['institution', 'city', 'metro'],
  name: { en: 'Local collaboration', zh: '本地合作' },
  head: { en: 'local, %', zh: '本地，%' },
  definition: {
    en: 'The part of the articles that were written with another institution of the city.',
    zh: '与本城其他机构合写的论文所占的比重。',
  },
  formula: 'l(X) = 100 × [articles with another institution of the city / Count(X)]',
})
