import type { IndicatorDeclaration } from '../../../shared/contract/indicators.ts'
import { ENTITY, INDEX_SIZE, NATURE_INDEX, YEAR } from './shared-words.ts'

export const changeIndicators: readonly IndicatorDeclaration[] = [
  {
    id: 'adjusted-share',
    group: 'change',
    label: { en: 'Adjusted Share', zh: '调整后份额' },
    unit: 'articles',
    decimals: 2,
    definition: {
      en: 'The Share of a year, scaled by the growth of the whole index to a base year, so that two years can be compared. The base is the later year unless chosen otherwise; there, adjusted and raw Share are equal.',
      zh: '把某年的份额按指数论文总数的增减折算到基准年，使两年可以相比。基准年默认取较晚的一年，该年的调整后份额等于原值。',
    },
    formula: 'Share′_y(X) = Share_y(X) × [N_base / N_y]',
    where: [ENTITY, YEAR, INDEX_SIZE],
    source: NATURE_INDEX,
    caveat: {
      en: 'The source does not say whether subject tables use the N of the subject or of the whole index; the whole index is the default here.',
      zh: '来源未说明学科表用的是学科内的 N 还是全指数的 N；此处默认用全指数。',
    },
  },
  {
    id: 'adjusted-change',
    group: 'change',
    label: { en: 'Change of adjusted Share', zh: '调整后份额的变化' },
    unit: 'articles',
    decimals: 2,
    definition: {
      en: 'Adjusted Share of the later year less that of the earlier one.',
      zh: '较晚一年的调整后份额减去较早一年的。',
    },
    formula: 'Δ(X) = Share_y1(X) − Share_y0(X) × [N_y1 / N_y0]',
    where: [ENTITY, INDEX_SIZE],
    source: NATURE_INDEX,
    caveat: null,
  },
  {
    id: 'adjusted-change-pct',
    group: 'change',
    label: { en: 'Change of adjusted Share, %', zh: '调整后份额变化率' },
    unit: 'percent',
    decimals: 1,
    definition: { en: 'The same change in percent of the earlier year.', zh: '同一变化占较早一年的百分比。' },
    formula: 'Δ%(X) = 100 × ([Share_y1(X) / Share_y0(X) × N_y1 ÷ N_y0] − 1)',
    where: [ENTITY, INDEX_SIZE],
    source: NATURE_INDEX,
    caveat: {
      en: 'A small base gives large percentages. Figures marked ≈ are printed as “about” or “nearly”.',
      zh: '基数小则百分比大。带 ≈ 的数字在来源中为“约”或“近”。',
    },
  },
  {
    id: 'rising',
    group: 'change',
    label: { en: 'Fastest rising', zh: '上升最快' },
    unit: 'rank',
    decimals: 0,
    definition: {
      en: 'Order by the change of adjusted Share between two years, absolute or in percent; in percent with a floor on the earlier year.',
      zh: '按两年间调整后份额的变化（绝对值或百分比）排序；按百分比时对较早一年的份额设下限。',
    },
    formula: null,
    where: [],
    source: NATURE_INDEX,
    caveat: null,
  },
  {
    id: 'rank',
    group: 'change',
    label: { en: 'Rank and its change', zh: '排名与名次变化' },
    unit: 'rank',
    decimals: 0,
    definition: {
      en: 'Place by Share of the year, largest first. Entities equal to two decimals share a rank: 1, 2, 2, 4. A change compares with the year before, in the same scope.',
      zh: '按当年份额从大到小排列。两位小数相同者并列：1、2、2、4。名次变化只与同一收录范围的上一年相比。',
    },
    formula: null,
    where: [],
    source: { en: 'Nature Index; the rule for ties is ours', zh: 'Nature Index；并列规则为本软件所定' },
    caveat: {
      en: 'Printed ranks are shown as printed. A rank marked † is implied by the words of the source.',
      zh: '发表的排名按原样显示。带 † 的排名由来源的行文推得。',
    },
  },
]
