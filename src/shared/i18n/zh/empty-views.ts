import type { en } from '../en/index.ts'

/** 没有内容可显示的视图：原因，以及何处有数据。 */
export const emptyViews: (typeof en)['emptyViews'] = {
  oneCity: {
    title: '此处只有一个城市有数据：{city}',
    why: '比较至少需要两个城市。{city} 有自己的页面；国家和机构另有排名。',
    whyReport: '没有可与之比较的城市；可以为 {city} 制作简报。',
    open: '打开 {city}',
  },
  compareFirst: '比较 {names}',
  inRegion: '地图目前只显示一个国家或地区。',
  wholeWorld: '全世界',
}
