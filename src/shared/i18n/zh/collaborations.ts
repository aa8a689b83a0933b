import type { collaborations as en } from '../en/collaborations.ts'

export const collaborations: typeof en = {
  title: '合作',
  subtitle: '{year} 年，{subject}，城市内部的 {n} 对机构',
  a: '机构',
  b: '合作方',
  score: '分值',
  bar: '分值条形',
  leading: '首要合作机构对，分值未发表',
  cityRank: '城市排名第 {n}',
  cityRankNp: '城市排名未发表',
  empty: '{year} 年，{subject}：没有已发表的机构对',
  emptyWhy: '增刊在此没有写明任何机构对，但这并不表示机构之间没有合作。',
  source: '来源',
  note: '原文说明',
  exactness: '精确程度',
  articles: '合作论文数',
  formula: '分值的算法',
  formulaSays: '对两家机构合作的每篇论文，把双方各自的份额相加；所有这类论文的总和即为分值。',
  nothing: '选中一对机构，即可在此查看其来源。',
}
