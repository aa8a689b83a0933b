import type { rising as en } from '../../en/plates/rising.ts'

/** Words of laid-out figures: rising. */
export const rising: typeof en = {
  kind: { tracks: '轨迹图', slopes: '斜率图' },
  title: {
    fastest: '{name}{in}份额增幅最大，达 {percent}%',
    most: '{name}{in}份额增量最大，为 {change}',
    rose: '{name}{in}份额增长 {by}，在 {total} {units}中列{place}',
    fell: '{name}{in}份额下降 {by}，在 {total} {units}中列{place}',
    kept: '{name}{in}份额未变，在 {total} {units}中列{place}',
    none: '{from} 至 {to} 年，{total} {units}{in}份额均未增长',
    percent: '{percent}%',
    in: '的{subject}',
    inAll: '的',
  },
  subtitle: '{subject}份额，{from}–{to} 年，按 {base} 年调整；{where}{total} {units}中的前 {n} 名{floor}',
  where: '{region}',
  atLeast: '（{from} 年 ≥ {floor}）',
  place: '#',
  heads: {
    adjusted: { first: '{year} 年份额', second: '（调整后）' },
    share: { first: '份额', second: '{year} 年' },
    change: { first: '份额', second: '变化' },
    changePct: { first: '变化', second: '%' },
  },
  floor: '下限 {floor}',
  skipped: '{n} {units}未绘出',
  log: '对数轴：长度相等即百分比相等。',
  linear: '线性轴：长度相等即变化量相等。',
  logSlopes: '对数轴：斜率相等即百分比相等。',
  axis: '坐标轴',
  intervals: '区间',
  whiskers: '须线：变化的区间，{made}。',
  chart: '{from} 年和 {to} 年的份额',
  table: '{from} 至 {to} 年的份额及变化',
  number: '{name}，{year} 年调整后份额',
  numberChange: '{name}，{from}–{to} 年调整后份额变化',
  numberChangePct: '{name}，{from}–{to} 年调整后份额变化（%）',
  row: '{place}. {name}：{from} 年 {a}，{to} 年 {b}，{change}',
  rowAlt: '{name} {a} 至 {b}',
  noPct: '无百分比',
  howTo: {
    tracks:
      '每行从按 {base} 年索引规模调整的 {from} 年份额（小空心点）画到 {to} 年份额。对数轴：长度相等即百分比相等。',
    linear:
      '每行从按 {base} 年索引规模调整的 {from} 年份额（小空心点）画到 {to} 年份额。线性轴：长度相等即变化量相等。',
    slopes:
      '每条线从按 {base} 年索引规模调整的 {from} 年份额画到 {to} 年份额。对数轴：斜率相等即百分比相等。',
    floor: '{from} 年份额低于 {floor} 者未列入。',
  },
}
