import type { pairs as en } from '../../en/plates/pairs.ts'

/** Words of laid-out figures: pairs. */
export const pairs: typeof en = {
  title: {
    pair: '{a}与{b}合作最多，分值为 {score}',
    pairRead: '{a}与{b}的合作分值为 {score}',
    partner: '{of}的最密切伙伴是{b}，分值为 {score}',
    partnerRead: '{b}是{of}的第 {place} 位伙伴，分值为 {score}',
    unscored: '列出 {count} 对，其中 {scored} 对有分值',
    none: '没有合著论文的机构对',
  },
  subtitle: '{period} 年{what}，{rows}；{filters}',
  rows: {
    institutions: '{of} {units}中的 {count} 对',
    cities: '{of} {units}中的 {count} 对',
    countries: '{of} {units}中的 {count} 对',
    partners: '{of} {units}中的 {count} 个',
  },
  rowsAll: '{count} {units}',
  units: { institutions: '对机构', cities: '对城市', countries: '对国家或地区', partners: '个{of}的伙伴' },
  inCity: '{city}市内',
  pair: '{a} – {b}',
  heads: { place: '#', pair: '合作双方', partner: '伙伴', value: '分值' },
  between: '跨城市',
  group: '{city}，{subject}',
  left: '另有 {n} 对',
  note: '分值为两者在合著论文中份额之和。',
  numbers: '{pair}，双边合作分值，{subject}，{period} 年',
  chart: '分值条形图',
  table: '合作双方',
  howTo: '条形长度为双边合作分值：对双方合著的论文，将两者的份额相加；自 0 起。',
  kind: '条形图',
}
