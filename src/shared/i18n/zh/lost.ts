import type { lost as en } from '../en/lost.ts'

export const lost: typeof en = {
  missing: '此数据集没有这些城市：{cities}。',
  instead: '此数据集没有{city}，但有{instead}。',
  open: '打开{city}',
  tick: '勾选{city}',
  year: '此数据集没有所选年份的表，显示其默认年份。',
  region: '已取消地区筛选：此数据集在该地区没有城市。',
  sector: '已取消部门筛选：此数据集没有部门信息。',
  by: '显示城市：此数据集只有城市排名。',
  period: '已取消所选时段：不适用于此数据集，显示其默认时段。',
  base: '已取消所选基准年份：不适用于此数据集。',
}
