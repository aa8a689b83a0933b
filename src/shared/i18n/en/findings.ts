/** Sentences computed from the rows in view; `**…**` marks the figures. */
export const findings = {
  collected: '{text} ({short}).',
  collectedTitle: '{text} ({short})',
  collectedPartner: 'Of {n} partners {name} has the largest Share in the joint articles, **{share}**',
  collectedCity: 'The Share of {city} here comes from joint articles alone: **{share}**',
  ratio: '{first}’s Share is **{ratio} times** {second}’s',
  regions: '; **{countA}** of the {cities} cities are in {regionA}, **{countB}** in {regionB}.',
  regionsMetro:
    '; **{countA}** of the {cities} metropolitan areas and cities are in {regionA}, **{countB}** in {regionB}.',
  regionsInstitution:
    '; **{countA}** of the {cities} institutions are in {regionA}, **{countB}** in {regionB}.',
  partly: '; a Share is published for **{named}** of {cities} cities.',
  stop: '.',
  cityFirst: '{city} leads the ranking',
  cityBehind: '{city} ranks **{rank}**, {gap} of Share behind {above}',
  cityPart: ', with **{percent} %** of its region’s Share',
  ranked: 'A rank is published for **{ranked}** of {cities} cities, a Share for none.',
  risingBy: 'The adjusted Share of {name} rose by **{change}** from {from} to {to}, the most of all',
  risingPercent: 'The adjusted Share of {name} rose by **{percent} %** from {from} to {to}, the most of all',
  risingFloor: ' with a Share of at least {floor} in {from}',
  networkPair: '{a} and {b} collaborate most, with a score of **{score}**',
  networkPartner: 'The closest partner of {a} is {b}, with a score of **{score}**',
  networkHub: '; {name} has a part in **{part}** of the {of} strongest pairs',
}
