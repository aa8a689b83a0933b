import type { undo as en } from '../en/undo.ts'

export const undo: typeof en = {
  undone: '已撤销：{what}。',
  redone: '已重做：{what}。',
  nothing: '没有可撤销的操作。',
  nothingAgain: '没有可重做的操作。',
  again: '重做',
  key: '撤销筛选、勾选、排序或节点移动',
  keyAgain: '重做',
  what: {
    dataset: '数据集的选择',
    by: '显示对象的选择',
    year: '年份的选择',
    subject: '学科的选择',
    region: '地区或部门筛选',
    cities: '对比勾选',
    city: '城市的选择',
    group: '按分组筛选',
    order: '行的排序',
    columns: '列的选择',
    search: '搜索',
    floor: '下限',
    number: '显示数量',
    choice: '一项选择',
    nodes: '节点位置',
    hidden: '隐藏的节点',
  },
}
