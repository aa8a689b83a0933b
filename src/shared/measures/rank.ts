import { ENTITY_NAMES } from '../domain/entity-names.ts'
import { rankingMeasure } from './measure.ts'

const SOURCE = { en: 'Nature Index; the rule for ties is ours', zh: 'Nature Index；并列规则为本软件所定' }

export const rank = rankingMeasure({
  id: 'rank',
  indicator: 'rank',
  group: 'change',
  unit: 'rank',
  decimals: 0,
  signed: false,
  label: { en: 'Rank and its change', zh: '排名与名次变化' },
  name: { en: 'Rank', zh: '排名' },
  // A ranking in order of rank is one by Share.
  phrase: { en: 'Share', zh: '份额' },
  head: { en: 'Rank', zh: '排名' },
  small: null,
  fileHead: { en: 'Rank', zh: '排名' },
  definition: {
    en: 'Place by Share of the year, largest first. Entities equal to two decimals share a rank: 1, 2, 2, 4. A change compares with the year before, in the same scope.',
    zh: '按当年份额从大到小排列。两位小数相同者并列：1、2、2、4。名次变化只与同一收录范围的上一年相比。',
  },
  formula: null,
  where: [],
  source: SOURCE,
  caveat: {
    en: 'Printed ranks are shown as printed. A rank marked † is implied by the words of the source.',
    zh: '发表的排名按原样显示。带 † 的排名由来源的行文推得。',
  },
  ofEdition: 'printed',
  entities: ENTITY_NAMES,
  onDemand: false,
  largestFirst: false,
  standard: [
    'full',
    'partial',
    'index',
    'index-base',
    'index-institution',
    'compare',
    'terminal',
    'terminal-index',
  ],
  width: 46,
  leaves: null,
  always: true,
})

export const rankChange = rankingMeasure({
  id: 'rankChange',
  indicator: 'rank-change',
  group: 'change',
  unit: 'places',
  decimals: 0,
  signed: true,
  label: { en: 'Change of rank', zh: '名次变化' },
  name: { en: 'Change of rank', zh: '排名变化' },
  phrase: { en: 'change of rank', zh: '排名变化' },
  head: { en: 'Change', zh: '变化' },
  small: { en: '{year}', zh: '{year}' },
  fileHead: { en: 'Change of rank (places)', zh: '名次变化（位）' },
  definition: {
    en: 'Places gained (+) or lost (−) since the year before, in the same scope.',
    zh: '与同一收录范围的上一年相比，上升（+）或下降（−）的位数。',
  },
  formula: 'd(X) = rank_y0(X) − rank_y1(X)',
  where: [],
  source: SOURCE,
  caveat: null,
  ofEdition: 'printed',
  entities: ENTITY_NAMES,
  onDemand: false,
  largestFirst: true,
  standard: ['full', 'partial', 'index', 'index-base', 'terminal', 'terminal-index'],
  width: 52,
  leaves: 7,
})
