import type { Indicator } from './measure.ts'
import { measure } from './measure.ts'
import { ENTITY, OUR_DEFINITION } from './terms.ts'

export const specialisation = measure({
  id: 'specialisation',
  signed: false,
  name: { en: 'Specialisation', zh: '学科专业化' },
  phrase: { en: 'specialisation', zh: '学科专业化' },
  head: { en: 'Specialisation', zh: '学科专业化' },
  small: null,
  fileHead: { en: 'Specialisation', zh: '学科专业化' },
  indicator: 'specialisation',
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
  source: OUR_DEFINITION,
  caveat: {
    en: 'Needs the Share of every subject, so it is for computed datasets.',
    zh: '需要各学科的份额，因此用于计算得出的数据集。',
  },
})

export const stabilityInterval: Indicator = {
  indicator: 'stability-interval',
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
  source: OUR_DEFINITION,
  caveat: { en: 'Needs article-level data.', zh: '需要论文层面的数据。' },
}

export const rankInterval: Indicator = {
  indicator: 'rank-interval',
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
  source: OUR_DEFINITION,
  caveat: { en: 'Needs article-level data.', zh: '需要论文层面的数据。' },
}
