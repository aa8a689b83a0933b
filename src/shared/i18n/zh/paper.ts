import type { paper as english } from '../en/paper.ts'

export const paper: typeof english = {
  version: '版本 {version}',
  between: ' · ',
  printed: '打印于 {day}',
  cut: '列表共 {of} 行，这些页只印出前 {n} 行；导出的文件包含全部。',
}
