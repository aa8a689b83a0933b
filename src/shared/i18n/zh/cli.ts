import type { cli as en } from '../en/cli.ts'

export const cli: typeof en = {
  written: '已写入：{file}',
  imported:
    '已将{name}导入为 {dataset}，{version}：读取 {read} 条，存入 {stored} 条，拒绝 0 条（{ms} 毫秒）。',
  removed: '已移除 {dataset}。',
  progress: '{step}：{read} / {total} 字节',
  notPublished: '未发表',
  more: '显示 {total} 行中的 {shown} 行；可用 --limit 显示更多。',
  convertHint: '加上 --convert 可读取这些形式，并在报告中注明。',
  empty: '此条件下没有已发表的数字。',
  open: '此地址只能在一个浏览器中打开一次 Science Cities。按 Ctrl+C 结束。',
  notice: {
    'file-ignored': '{file}：不是一版的文件，已略过。',
    'city-outside-ranking': '{file} 第 {line} 行：{city} 不在排名中，其数字保留但不归入城市。',
    'value-unreadable': '{file} 第 {line} 行：“{value}”不是指数的学科，已略过。',
    converted: '{file}：已转换（{form}）。',
  },
  columns: {
    dataset: '数据集',
    kind: '类别',
    version: '版本',
    cities: '城市',
    figures: '数字',
    bytes: '大小',
    check: '检查',
    result: '结果',
    detail: '详情',
    file: '文件',
    sha256: 'SHA-256',
    licence: '许可',
  },
  ok: '通过',
  failed: '未通过',
}
