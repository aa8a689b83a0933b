/** Sentences computed from the rows in view; `**…**` marks the figures. */
export const findings = {
  ratio: '{first}’s Share is **{ratio} times** {second}’s',
  regions: '; **{countA}** of the {cities} cities are in {regionA}, **{countB}** in {regionB}.',
  partly: '; a Share is published for **{named}** of {cities} cities.',
  stop: '.',
  cityFirst: '{city} leads the ranking',
  cityBehind: '{city} ranks **{rank}**, {gap} of Share behind {above}',
  cityPart: ', with **{percent} %** of its region’s Share',
  ranked: 'A rank is published for **{ranked}** of {cities} cities, a Share for none.',
}
