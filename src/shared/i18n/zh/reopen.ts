import type { en } from '../en/index.ts'

/** Files that lead back to their view, whether they still follow, and how they are cited. */
export const reopen: typeof en.reopen = {
  otherVersion: '由另一修订版 {version} 生成；现有的是 {dataset} 的 {now}。',
  drop: {
    reading: '正在读取 {file}……',
    missing: '{file} 由数据集 {dataset} 的版本 {version} 生成，此处没有该数据。请先导入，再拖入此文件。',
    noView: '{file} 由本软件生成，但没有视图能显示其内容。',
    otherVersion: '{file} 由另一修订版 {version} 生成；现显示 {dataset} 的 {now}。',
    close: '关闭',
  },
  verify: {
    follows: '{file}：与现有数据完全一致（比对数字与文字 {n} 处）。',
    not: '{file}：{n} 处数字与文字中有 {m} 处与现有数据不一致。',
    cannot: '{file}：无法重新生成。{why}',
    changed: '{label} {on}，现为 {now}',
    missing: '无',
    drawing: '文字相同，但图形不同。',
    pixels: '该视图的数字相同，但图像不同。',
    more: '另有 {n} 处。',
  },
  cite: {
    version: '版本',
    dataset: '数据集',
    figure: '图',
    licence: '许可',
    styles: { apa: 'APA', gbt7714: 'GB/T 7714', bibtex: 'BibTeX', ris: 'RIS' },
  },
}
