import type { derivation as en } from '../en/derivation.ts'

export const derivation: typeof en = {
  title: '数字的由来',
  open: '查看数字的由来',
  why: '由来',
  key: '数字的由来',
  rule: '每篇论文计为 1，由各位作者均分；每位作者的部分再由其所属机构均分。落在此处的各部分相加即得。',
  scoreRule: '对双方合作的每篇论文，把双方各自的部分相加；所有这类论文的总和即为分值。',
  noWords: '建立本索引时没有保留标题、作者和所属机构；各部分的数值仍然精确。',
  none: '这个数字背后没有论文。',
  authors: '作者、所属机构及各自的部分',
  author: '作者',
  affiliation: '所属机构',
  part: '部分',
  counts: '计入：',
  unnamed: '作者 {n}',
  printed: '按印刷地址定位',
  unknownPlace: '地点未知',
  noAffiliation: '未提供所属机构',
  authorsShown: '列出 {of} 位作者中的 {n} 位，计入者在前',
  oneAuthor: '1 位作者',
  nAuthors: '{n} 位作者',
}
