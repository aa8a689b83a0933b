import type { keptCities as en } from '../en/kept-cities.ts'

export const keptCities: typeof en = {
  label: '收藏与最近打开的城市',
  favourites: '收藏',
  recent: '最近打开',
  star: '加入收藏',
  unstar: '取消收藏',
  key: '收藏',
}
