import type { IndicatorDeclaration } from '../../../shared/contract/indicators.ts'
import { ENTITY } from './shared-words.ts'

const OURS = { en: 'Our definition, usual in the field', zh: '本软件的定义，与学界通行做法一致' } as const

export const structureIndicators: readonly IndicatorDeclaration[] = [
  {
    id: 'specialisation',
    group: 'structure',
    label: { en: 'Specialisation', zh: '学科专业化' },
    unit: 'ratio',
    decimals: 2,
    definition: {
      en: 'How much weight a subject has in the city, compared with its weight in the whole index; 1 means the same.',
      zh: '某学科在该城市所占比重与其在指数整体中所占比重之比；1 表示与整体相同。',
    },
    formula: 'S_s(X) = [Share_s(X) ÷ Share(X) / Share_s(all) ÷ Share(all)]',
    where: [ENTITY, { symbol: 's', en: 'a subject', zh: '学科' }],
    source: OURS,
    caveat: {
      en: 'Needs the Share of every subject, so it is for computed datasets.',
      zh: '需要各学科的份额，因此用于计算得出的数据集。',
    },
  },
  {
    id: 'stability-interval',
    group: 'structure',
    label: { en: 'Stability interval', zh: '稳定区间' },
    unit: 'articles',
    decimals: 2,
    definition: {
      en: 'The middle 95 % of a figure over at least 1,000 weighted re-samplings of the articles, with a fixed seed.',
      zh: '以固定种子对论文加权重抽样至少 1,000 次，所得数值的中间 95%。',
    },
    formula: null,
    where: [],
    source: OURS,
    caveat: { en: 'Needs article-level data.', zh: '需要论文层面的数据。' },
  },
  {
    id: 'rank-interval',
    group: 'structure',
    label: { en: 'Interval of the rank', zh: '排名区间' },
    unit: 'rank',
    decimals: 0,
    definition: {
      en: 'The middle 95 % of the rank among the entities shown, over the same re-samplings. Where two intervals overlap, a mark says that the order of the two may be chance.',
      zh: '在同一组重抽样中，所列各单位排名的中间 95%。两个区间重叠时加注标记，表示其先后可能出于偶然。',
    },
    formula: null,
    where: [],
    source: OURS,
    caveat: { en: 'Needs article-level data.', zh: '需要论文层面的数据。' },
  },
  {
    id: 'population-millions',
    group: 'structure',
    label: { en: 'Population', zh: '人口' },
    unit: 'million',
    decimals: 1,
    definition: { en: 'Population of the city as the edition prints it.', zh: '该版所印的城市人口。' },
    formula: null,
    where: [],
    source: { en: 'As printed in the edition', zh: '以该版所印为准' },
    caveat: null,
  },
]
