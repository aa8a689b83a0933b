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
    en: 'How much weight a subject has here, compared with its weight in the whole index; 1 means the same.',
    zh: '某学科在此处所占比重与其在指数整体中所占比重之比；1 表示与整体相同。',
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
    en: 'Where a Share would lie in 95 of 100 indexes of the same kind. The articles are drawn anew 1,000 times with a fixed seed, each as often as a Poisson number of mean 1 says, so that the size of the index varies too; the ends are the 2.5th and 97.5th percentiles, moved by the skewness of its parts (BCa). Of a change, the articles of both years and N are drawn.',
    zh: '在 100 个同类指数中，有 95 个的份额会落入的范围。以固定种子对论文重新抽样 1,000 次，每篇论文出现的次数服从均值为 1 的泊松分布，因此指数规模也随之变化；两端取 2.5% 与 97.5% 分位数，并按各部分的偏度修正（BCa）。对于变化，两个年份的论文及 N 都重新抽样。',
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
    en: 'The middle 95 % of the rank among all entities of the kind, over the same re-samplings. Where two intervals overlap, a mark (≈) says that the order of the two may be chance.',
    zh: '在同一组重抽样中，同类全部单位中排名的中间 95%。两个区间重叠时加注标记（≈），表示其先后可能出于偶然。',
  },
  formula: null,
  where: [],
  source: OUR_DEFINITION,
  caveat: { en: 'Needs article-level data.', zh: '需要论文层面的数据。' },
}

export const leastDifference: Indicator = {
  indicator: 'least-difference',
  group: 'structure',
  label: { en: 'Smallest difference that is one', zh: '最小有效差距' },
  unit: 'articles',
  decimals: 2,
  definition: {
    en: 'Half the width of the 95 % interval of the difference between the Shares of a row and the next one, both counted on the same articles in each re-sampling. Where the two are further apart than that, their order is no chance.',
    zh: '某行与下一行份额之差的 95% 区间宽度的一半；每次重抽样中，二者按同一批论文计数。差距大于此值时，二者的先后并非偶然。',
  },
  formula: null,
  where: [],
  source: OUR_DEFINITION,
  caveat: { en: 'Needs article-level data.', zh: '需要论文层面的数据。' },
}
