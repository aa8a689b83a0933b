import type { lensForms as en } from '../en/lens-forms.ts'

export const lensForms: typeof en = {
  difference: '{measure}之差',
  differencePct: '{measure}之差（百分比）',
  part: '占合作总分值的比例',
  perArticle: '每篇合作论文的分值',
  whole: '合作总分值',
  wholePart: '占合作总分值的比例',
  median: '{measure}中位数',
  lower: '{measure}下四分位数',
  upper: '{measure}上四分位数',
  terms: {
    minuend: '{name}：{measure}',
    subtrahend: '{name}：{measure}',
    score: '两者的合作分值',
    joint: '合作论文数',
    reachPart: '与此范围内合作方的分值',
    whole: '与全部合作方的总分值',
    below: '{name}',
    beyond: '{name}',
    between: '位于两者之间的比例',
  },
  list: {
    members: '按数值排列',
    membersSay: '有此数值的成员：{n} 个。所取的值，或其两侧的值，已标出。',
    partners: '构成总分值的合作方',
    partnersSay: '由大到小排列。',
    rest: '其余 {n} 个合作方合计',
    sum: '合计',
  },
}
