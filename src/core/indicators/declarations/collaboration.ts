import type { IndicatorDeclaration } from '../../../shared/contract/indicators.ts'
import { ENTITY, NATURE_INDEX } from './shared-words.ts'

const PAIR = { symbol: 'A, B', en: 'two institutions, or two cities', zh: '两家机构，或两座城市' } as const

export const collaborationIndicators: readonly IndicatorDeclaration[] = [
  {
    id: 'bcs',
    group: 'collaboration',
    label: { en: 'Bilateral collaboration score', zh: '双边合作分值' },
    unit: 'articles',
    decimals: 2,
    definition: {
      en: 'Over the articles to which both contributed, the sum of both Shares in each. It is the same from either side and never more than the number of joint articles.',
      zh: '对双方都有贡献的论文，把两者在每篇中的份额相加求和。从任一方计算结果相同，且不超过合著论文数。',
    },
    formula: 'BCS(A, B) = Σ_p (Share_p(A) + Share_p(B)), p joint',
    where: [PAIR, { symbol: 'p', en: 'an article of both', zh: '双方合著的论文' }],
    source: NATURE_INDEX,
    caveat: {
      en: 'For some leading pairs the source prints no number; they are named without a score.',
      zh: '来源对部分领先的机构对未印分值，此处只列名称。',
    },
  },
  {
    id: 'total-collaboration-score',
    group: 'collaboration',
    label: { en: 'Total collaboration score', zh: '合作总分值' },
    unit: 'articles',
    decimals: 2,
    definition: { en: 'The sum of the scores with all partners.', zh: '与所有伙伴的双边合作分值之和。' },
    formula: 'T(A) = Σ_B BCS(A, B)',
    where: [PAIR],
    source: NATURE_INDEX,
    caveat: null,
  },
  {
    id: 'collaboration-reach',
    group: 'collaboration',
    label: { en: 'International, domestic and local collaboration', zh: '国际、国内与本地合作' },
    unit: 'percent',
    decimals: 1,
    definition: {
      en: 'The part of the articles that were written with another country, with another city of the country, or with another institution of the city.',
      zh: '与其他国家、与本国其他城市、与本城其他机构合写的论文各占的比重。',
    },
    formula: null,
    where: [ENTITY],
    source: { en: 'Our definition, usual in the field', zh: '本软件的定义，与学界通行做法一致' },
    caveat: {
      en: 'Needs article-level data. An article may be of all three kinds. A city’s articles are local where two of its institutions wrote them; an affiliation whose place is not known counts for none.',
      zh: '需要论文层面的数据。一篇论文可同时属于三类。对城市而言，由本城两家机构合写即为本地合作；地点不明的所属机构不计入任何一类。',
    },
  },
]
