import type { datasetNotes as english } from '../en/dataset-notes.ts'

export const datasetNotes: typeof english = {
  removed: '已移除“{name}”。',
  undo: '撤销',
  takeBack: '取回',
  takingBack: '正在取回……',
  tookBack: '“{name}”已取回。',
  removedTitle: '已移除',
  removedSays: '在应用结束之前可以取回；之后将彻底删除。',
  facts: '{version}，{size}，移除于 {time}',
  changed: '“{name}”已被另一程序更改。现在显示的是其版本 {version} 的数字。',
  gone: '“{name}”已被另一程序移除。请选择另一个数据集。',
}
