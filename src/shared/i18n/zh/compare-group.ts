/** 以分组中位数为基准的比较的用语。 */
import type { en } from '../en/index.ts'

export const compareGroup: (typeof en)['compareGroup'] = {
  median: '{name}的中位数',
  choose: '分组…',
  chosen: '{name}的中位数',
  chooseTitle: '以某个分组的中位数为基准',
  none: '还没有由{kinds}组成的分组；分组在“排名”中建立。',
  leave: '重新以第一个为基准',
  head: 'M 为**{name}**的中位数，{of} 个成员中此处有 {n} 个。',
  spread: '{year} 年{measure}：中位数 {median}，四分位数 {lower} 至 {upper}（{said}）。',
  spreadFew: '{year} 年{measure}：中位数 {median}（{said}）。',
  spreadTitle: '四分位数 {lower} 至 {upper}（{said}）',
  spreadTitleFew: '{said}',
  band: '灰色：两个四分位数之间。',
  noInterval: '与中位数之差没有区间。',
  lacks: {
    'group-unknown': '此处没有保存名为“{name}”的分组，因此以第一个为基准。',
    'group-kind': '分组“{name}”中没有{kinds}，因此以第一个为基准。',
  },
  of: '{subject}{measure}',
  number: '{group}：{year} 年{subject}{measure}，{what}',
}
