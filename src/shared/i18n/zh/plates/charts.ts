import type { charts as en } from '../../en/plates/charts.ts'

/** Words of laid-out figures: charts. */
export const charts: typeof en = {
  dots: {
    title: '{name}每单位份额对应 {value} 篇论文，{side}中位数 {median}',
    titleLevel: '{name}每单位份额对应 {value} 篇论文，等于中位数',
    titlePlain: '{name}每单位份额对应 {value} 篇论文',
    titleMost: '{name}每单位份额对应的论文最多：{value} 篇',
    above: '高于',
    below: '低于',
    reference: '；虚线为中位数 {value}',
    note: '数值越高，论文中由外地作者完成的部分越多。',
    howTo:
      '点的位置为论文数除以份额：数值越高，论文中由外地作者完成的部分越多。刻度不从 0 起；虚线为排名全部各行的中位数。',
  },
  ranks: {
    note: '只列已发表的排名。',
    alt: '排名折线图。{finding}。按份额排名，{subject}，{from}–{to} 年。{some}。{of}。',
    altNone: '{finding}。',
    year: '年份',
    number: '{city}，排名，{subject}，{year} 年',
    said: '{year} 年第 {rank}',
    chart: '{city}的排名',
    of: '发表值',
    howTo: '横轴为年份，第一名在上。线段只连接收录范围与城市边界相同的年份；斜线处不相连。',
  },
}
