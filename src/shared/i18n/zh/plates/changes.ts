import type { changes as en } from '../../en/plates/changes.ts'

/** Words of laid-out figures: the changes that an edition prints. */
export const changes: typeof en = {
  kind: '条形图',
  title: {
    all: '增刊载有 {cities} 座城市的 {n} 项变化；其余城市均未发表',
    fastest: '增刊载有{subject}的 {n} 项变化；{name}增长最快，增幅为 {percent}%（{from}–{to} 年）',
    some: '增刊载有{subject} {cities} 座城市的 {n} 项变化；其余城市均未发表',
    none: '未刊载{subject}的变化',
  },
  subtitle: '已发表的调整后份额变化，{subject}',
  heads: { name: '城市', value: '变化' },
  percent: '{value}%',
  share: '份额 {value}',
  group: '{subject}，{from}–{to} 年',
  groupOf: '{subject}，{from}–{to} 年，{edition} 年版',
  note: '条形为百分比，共用一条线性轴；以份额表示的变化不画条形。',
  notRanking: '其余城市的变化未发表。',
  numberShare: '{city}，{subject}，{from}–{to} 年调整后份额变化',
  table: '已发表的变化',
  chart: '百分比变化',
  howTo:
    '条形为增刊文字所载的调整后份额变化百分比，列于其学科与起止年份之下。这不是排名：多数城市的变化未发表。',
}
