import type { findings as en } from '../en/findings.ts'

export const findings: typeof en = {
  ratio: '{first}的贡献份额是{second}的 **{ratio} 倍**',
  regions: '；{cities} 座城市中，{regionA}有 **{countA}** 座，{regionB}有 **{countB}** 座。',
  partly: '；{cities} 座城市中仅 **{named}** 座的份额已发表。',
  stop: '。',
  cityFirst: '{city}居排名之首',
  cityBehind: '{city}排第 **{rank}** 位，份额与{above}相差 {gap}',
  cityPart: '，占所在地区份额的 **{percent}%**',
  ranked: '{cities} 座城市中有 **{ranked}** 座的排名已发表，份额均未发表。',
}
