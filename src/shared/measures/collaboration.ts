import type { Indicator } from './measure.ts'
import { measure } from './measure.ts'
import { NATURE_INDEX } from './terms.ts'

const PAIR = { symbol: 'A, B', en: 'two institutions, or two cities', zh: '两家机构，或两座城市' } as const

export const score = measure({
  id: 'score',
  indicator: 'bcs',
  group: 'collaboration',
  unit: 'articles',
  decimals: 2,
  signed: false,
  label: { en: 'Bilateral collaboration score', zh: '双边合作分值' },
  name: { en: 'Bilateral collaboration score', zh: '双边合作分值' },
  phrase: { en: 'bilateral collaboration score', zh: '双边合作分值' },
  head: { en: 'Score', zh: '分值' },
  small: null,
  fileHead: { en: 'Bilateral collaboration score (articles)', zh: '双边合作分值（篇）' },
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
})

export const totalScore: Indicator = {
  indicator: 'total-collaboration-score',
  group: 'collaboration',
  label: { en: 'Total collaboration score', zh: '合作总分值' },
  unit: 'articles',
  decimals: 2,
  definition: { en: 'The sum of the scores with all partners.', zh: '与所有伙伴的双边合作分值之和。' },
  formula: 'T(A) = Σ_B BCS(A, B)',
  where: [PAIR],
  source: NATURE_INDEX,
  caveat: null,
}
