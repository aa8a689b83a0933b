import { ENTITY_NAMES } from '../domain/entity-names.ts'
import type { Indicator } from './measure.ts'
import { rankingMeasure } from './measure.ts'
import { ENTITY, INDEX_SIZE, NATURE_INDEX, YEAR } from './terms.ts'

export const adjustedShare = rankingMeasure({
  id: 'adjustedShare',
  indicator: 'adjusted-share',
  group: 'change',
  unit: 'articles',
  decimals: 2,
  signed: false,
  label: { en: 'Adjusted Share', zh: '调整后份额' },
  name: { en: 'Adjusted Share', zh: '调整后份额' },
  phrase: { en: 'adjusted Share', zh: '调整后份额' },
  head: { en: 'Share', zh: '份额' },
  small: { en: 'Adjusted', zh: '调整后' },
  fileHead: { en: 'Adjusted Share (articles)', zh: '调整后份额（篇）' },
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
  ofEdition: 'none',
  entities: ENTITY_NAMES,
  onDemand: false,
  largestFirst: true,
  // Adjusted to the year itself a Share is the Share, so the column stands only where another base is chosen.
  standard: ['index-base', 'terminal-index'],
  width: 84,
  leaves: 8,
})

export const change = rankingMeasure({
  id: 'change',
  indicator: 'adjusted-change',
  group: 'change',
  unit: 'articles',
  decimals: 2,
  signed: true,
  label: { en: 'Change of adjusted Share', zh: '调整后份额的变化' },
  name: { en: 'Change of adjusted Share', zh: '调整后份额变化' },
  phrase: { en: 'change of adjusted Share', zh: '调整后份额变化' },
  head: { en: '{from}–{to}', zh: '{from}–{to}' },
  small: { en: 'Adjusted change', zh: '调整后变化' },
  fileHead: { en: 'Change of adjusted Share (articles)', zh: '调整后份额的变化（篇）' },
  definition: {
    en: 'Adjusted Share of the later year less that of the earlier one.',
    zh: '较晚一年的调整后份额减去较早一年的。',
  },
  formula: 'Δ(X) = Share_y1(X) − Share_y0(X) × [N_y1 / N_y0]',
  where: [ENTITY, INDEX_SIZE],
  source: NATURE_INDEX,
  caveat: null,
  ofEdition: 'printed',
  entities: ENTITY_NAMES,
  onDemand: false,
  largestFirst: true,
  standard: ['index', 'index-base', 'city', 'terminal-index'],
  width: 96,
  leaves: 9,
})

export const changePct = rankingMeasure({
  id: 'changePct',
  indicator: 'adjusted-change-pct',
  group: 'change',
  unit: 'percent',
  decimals: 1,
  signed: true,
  label: { en: 'Change of adjusted Share, %', zh: '调整后份额变化率' },
  name: { en: 'Change of adjusted Share, %', zh: '调整后份额变化（%）' },
  phrase: { en: 'change in percent', zh: '变化百分比' },
  head: { en: '{from}–{to}, %', zh: '{from}–{to}，%' },
  small: { en: 'Adjusted change', zh: '调整后变化' },
  fileHead: { en: 'Change of adjusted Share (%)', zh: '调整后份额变化率（%）' },
  definition: { en: 'The same change in percent of the earlier year.', zh: '同一变化占较早一年的百分比。' },
  formula: 'Δ%(X) = 100 × ([Share_y1(X) / Share_y0(X) × N_y1 ÷ N_y0] − 1)',
  where: [ENTITY, INDEX_SIZE],
  source: NATURE_INDEX,
  caveat: {
    en: 'A small base gives large percentages. Figures marked ≈ are printed as “about” or “nearly”.',
    zh: '基数小则百分比大。带 ≈ 的数字在来源中为“约”或“近”。',
  },
  ofEdition: 'printed',
  entities: ENTITY_NAMES,
  onDemand: false,
  largestFirst: true,
  standard: ['partial', 'index', 'index-base', 'index-institution', 'city', 'terminal', 'terminal-index'],
  width: 112,
  leaves: 10,
})

export const rising: Indicator = {
  indicator: 'rising',
  group: 'change',
  label: { en: 'Fastest rising', zh: '上升最快' },
  unit: 'rank',
  decimals: 0,
  definition: {
    en: 'Order by the change of adjusted Share between two years, absolute or in percent; in percent with a floor on the Share of the earlier year. Chance moves a Share S by √S at most, and a percentage by √(2/S): 20 points at a Share of 50, which is the usual floor. Where fewer than twenty reach it, the floor is the largest of 20, 10 and 5 that twenty reach, and 5 in any case.',
    zh: '按两年间调整后份额的变化（绝对值或百分比）排序；按百分比时对较早一年的份额设下限。偶然因素最多使份额 S 变动 √S，使百分比变动 √(2/S)：份额为 50 时约 20 个百分点，故常用下限为 50。达到者不足二十时，取 20、10、5 中有二十者达到的最大值，最低为 5。',
  },
  formula: null,
  where: [],
  source: NATURE_INDEX,
  caveat: null,
}
