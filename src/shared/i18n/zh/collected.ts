/** Words of an index whose articles were collected for a place, and of mixed matchers. */
export const collected = {
  short: '仅含与{places}合作的论文',
  long: '仅含与{places}合作的论文：其他{others}的论文只有在{who}参与时才收录，因此它们的排名、份额和论文数并非全部数据的结果。',
  longMany:
    '仅含与{places}合作的论文：其他{others}的论文只有在{who}之一参与时才收录，因此它们的排名、份额和论文数并非全部数据的结果。',
  others: { city: '城市', country: '国家', institution: '机构', mixed: '地点' },
  these: '上述地点',
  list: '{names}和{last}',
  listMore: '{names}等另外 {n} 个地点',
  comma: '、',
  label: '数据收集',
  row: '收集对象',
  mixed:
    '2026 年 9 月 28 日之前和之后获取的文件混在一起（{from} 至 {to}）。OpenAlex 自该日起重新匹配机构，而 updated_date 未变，因此两部分的份额不可比：请全部重新获取。',
}
