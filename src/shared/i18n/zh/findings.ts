import type { findings as en } from '../en/findings.ts'

export const findings: typeof en = {
  collected: '{text}（{short}）。',
  collectedTitle: '{text}（{short}）',
  collectedPartner: '在 {n} 个合作者中，{name}在合作论文中的贡献份额最大，为 **{share}**',
  collectedCity: '{city}在此的贡献份额仅来自合作论文：**{share}**',
  ratio: '{first}的贡献份额是{second}的 **{ratio} 倍**',
  regions: '；{cities} 座城市中，{regionA}有 **{countA}** 座，{regionB}有 **{countB}** 座。',
  regionsMetro: '；{cities} 个都市圈和城市中，{regionA}有 **{countA}** 个，{regionB}有 **{countB}** 个。',
  regionsInstitution: '；{cities} 家机构中，{regionA}有 **{countA}** 家，{regionB}有 **{countB}** 家。',
  partly: '；{cities} 座城市中仅 **{named}** 座的份额已发表。',
  stop: '。',
  cityFirst: '{city}居排名之首',
  cityBehind: '{city}排第 **{rank}** 位，份额与{above}相差 {gap}',
  cityPart: '，占所在地区份额的 **{percent}%**',
  ranked: '{cities} 座城市中有 **{ranked}** 座的排名已发表，份额均未发表。',
  risingBy: '{from} 至 {to} 年，{name}的调整后份额增加 **{change}**，增量居首',
  risingPercent: '{from} 至 {to} 年，{name}的调整后份额增长 **{percent}%**，增幅居首',
  risingFloor: '（{from} 年份额不低于 {floor} 者）',
  networkPair: '{a}与{b}合作最密切，双边合作分值为 **{score}**',
  networkPartner: '{a}最密切的合作方是{b}，双边合作分值为 **{score}**',
  networkHub: '；最强的 {of} 对合作中有 **{part}** 对涉及{name}',
}
