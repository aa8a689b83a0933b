/** Words of intervals of Shares and ranks. */
export const stability = {
  /** Heads of an exported file. */
  columns: {
    shareLow: '贡献份额 95% 区间下限',
    shareHigh: '贡献份额 95% 区间上限',
    rankLow: '95% 区间内最高排名',
    rankHigh: '95% 区间内最低排名',
    topTenPct: '进入前十的比例（占重抽样次数的 %）',
    tie: '排名区间与其他行重叠（1 = 是）',
    leastDifference: '与下一行的最小有效差距（篇）',
  },
  /** Heads in a terminal. */
  heads: {
    rankBand: '排名 95% 区间',
    shareBand: '贡献份额 95% 区间',
    topTen: '前十',
    leastDifference: '最小差距',
  },
  filter: '区间',
  /** Before what they were made by, under a figure. */
  figure: '须线与排名区间：',
  range: '{low} 至 {high}',
  made: '95%，对论文自助重抽样，B = {b}，种子 {seed}',
  tieNote: '≈ 该行的排名区间与另一行重叠：二者的先后可能出于偶然。',
  rough: '粗略：重抽样少于 {usual} 次，区间两端不够稳定。',
  some: '共 {of} 行，前 {n} 行有区间。',
  drawing: '正在计算区间：已完成 {done}/{of} 次重抽样',
  toggle: '区间',
  toggleTitle: '对论文重新抽样，得到贡献份额与排名的 95% 区间（I）',
  needsArticles: '区间需要论文数据；已出版的版本没有论文。',
  cancel: '取消',
  failed: '区间无法计算。',
  key: '区间',
  keyLong: '打开或关闭排名的 95% 区间',
  inspector: {
    title: '有多可靠',
    share: '贡献份额的 95% 区间',
    rank: '排名的 95% 区间',
    topTen: '进入前十',
    least: '与下一行的最小有效差距',
    tie: '本行与另一行的先后可能出于偶然。',
    apart: '没有其他行的排名区间与本行重叠。',
    next: '领先{name} {difference}：{verdict}。',
    isOne: '超出偶然范围',
    isNone: '在偶然范围之内',
    none: '本行没有计算区间。',
  },
}
