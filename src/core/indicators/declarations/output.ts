import type { IndicatorDeclaration } from '../../../shared/contract/indicators.ts'
import { ENTITY, NATURE_INDEX } from './shared-words.ts'

export const outputIndicators: readonly IndicatorDeclaration[] = [
  {
    id: 'count',
    group: 'output',
    label: { en: 'Count', zh: '论文数' },
    unit: 'articles',
    decimals: 0,
    definition: {
      en: 'Articles with at least one affiliation in the city, institution or country; each counts 1.',
      zh: '至少有一个隶属单位位于该城市、机构或国家的论文，每篇记 1。',
    },
    formula: 'Count(X) = Σ_p 1, p with an affiliation in X',
    where: [ENTITY, { symbol: 'p', en: 'an article', zh: '论文' }],
    source: NATURE_INDEX,
    caveat: {
      en: 'An article written in two cities counts in both: Counts overlap and are never summed.',
      zh: '两座城市合写的论文在两城各计一次：论文数相互重叠，不可相加。',
    },
  },
  {
    id: 'share',
    group: 'output',
    label: { en: 'Share', zh: '贡献份额' },
    unit: 'articles',
    decimals: 2,
    definition: {
      en: 'An article is worth 1 in all. Its authors have equal parts, and an author’s part is divided equally among that author’s affiliations; the Share of a place is the sum of the parts that fall to it.',
      zh: '一篇论文合计为 1，由各作者平分；每位作者的一份再由其各隶属单位平分。归于某地的各部分之和即为该地的贡献份额。',
    },
    formula: 'Share(X) = Σ_p Σ_a [1 / n_p] × [k_a / m_a]',
    where: [
      ENTITY,
      { symbol: 'n', en: 'authors of article p', zh: '论文 p 的作者数' },
      { symbol: 'm', en: 'affiliations of author a', zh: '作者 a 的隶属单位数' },
      { symbol: 'k', en: 'those of them in X', zh: '其中位于 X 的个数' },
    ],
    source: NATURE_INDEX,
    caveat: {
      en: 'Subjects overlap: an article counts fully in each of its subjects, so the Shares of subjects do not add up to the whole.',
      zh: '学科相互交叉：一篇论文在其所属的每个学科中都完整计入，因此各学科份额之和不等于总份额。',
    },
  },
  {
    id: 'count-per-share',
    group: 'output',
    label: { en: 'Count ÷ Share', zh: '论文数 ÷ 份额' },
    unit: 'ratio',
    decimals: 2,
    definition: {
      en: 'How many articles stand behind one unit of Share. A high value means that much of the work was written with authors elsewhere.',
      zh: '每一单位贡献份额对应多少篇论文。数值越高，说明与外地作者合写的比例越大。',
    },
    formula: 'r(X) = [Count(X) / Share(X)]',
    where: [ENTITY],
    source: { en: 'Our ratio of two printed figures', zh: '由两个发表数字相除得出' },
    caveat: null,
  },
  {
    id: 'region-share-pct',
    group: 'output',
    label: { en: '% of region’s Share', zh: '占地区份额比重' },
    unit: 'percent',
    decimals: 1,
    definition: {
      en: 'The city’s part of its country’s or region’s Share.',
      zh: '该城市的份额在所在国家或地区份额中所占的比重。',
    },
    formula: 'q(X) = 100 × [Share(X) / Share(region)]',
    where: [ENTITY],
    source: NATURE_INDEX,
    caveat: {
      en: 'The Chinese mainland, Hong Kong and Macau share one denominator; Taiwan is its own. Printed percentages are shown as printed.',
      zh: '中国大陆、香港与澳门共用同一分母，台湾单独计算。发表的百分比按原样显示。',
    },
  },
]
