/** Words of laid-out figures that several kinds share. */
export const common = {
  markSample: '合成样本',
  source: '来源：{source}{licence}，为发表值。',
  sourceComputed: '来源：{name}，{years} 年 {articles} 篇论文；由 Science Cities 计算。',
  sourceSample: '合成样本，其中数字均非真实。',
  licence: '（{licence}）',
  years: '{from}–{to}',
  betweenSentences: '',
  titlePart: '{title}（{part}/{of}）',
  notes: {
    finding: '结论',
    howTo: '读图方法',
    method: '方法',
    source: '来源与引用',
    numbers: '数字',
    numbersText: '发表值 {printed} 个，样本值 {sample} 个，计算值 {computed} 个。',
    reopen: '重新打开与核对',
    reopenText:
      '把此文件拖到 Science Cities 上即可打开原视图；命令行的 verify 会说明其数字是否仍与数据一致。',
  },
}
