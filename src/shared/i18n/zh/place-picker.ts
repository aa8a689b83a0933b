import type { en } from '../en/index.ts'

/** 查找并选择地点的输入框的用语。 */
export const placePicker: (typeof en)['placePicker'] = {
  found: '找到的地点',
  chosen: '已选：{field}',
  remove: '移除{name}',
  area: '都市圈',
  city: '城市',
  manyRegions: '{first}等另外 {n} 处',
  results: '找到 {n} 个；用方向键移动，按 Enter 选择。',
  none: '这里没有该名称的地点，将按您输入的名称处理。',
  drop: '也可将该文件夹或其中的文件拖放到此处。',
}
