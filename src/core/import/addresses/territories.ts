/** Places that have a code of their own and are named with the country they belong to, in either way. */
const TERRITORIES: Readonly<Record<string, readonly string[]>> = {
  CN: ['HK', 'MO', 'TW'],
  US: ['PR', 'GU', 'VI', 'AS', 'MP'],
  FR: ['GP', 'MQ', 'RE', 'GF', 'YT', 'NC', 'PF', 'PM', 'WF', 'BL', 'MF'],
  GB: ['GI', 'JE', 'GG', 'IM', 'BM', 'KY', 'FK'],
  DK: ['GL', 'FO'],
  NO: ['SJ'],
  FI: ['AX'],
  NL: ['CW', 'AW', 'SX', 'BQ'],
}

/** Whether a name of one of two codes contradicts nothing that the other says. */
export function isTerritory(a: string, b: string): boolean {
  return isTerritoryOf(a, b) || isTerritoryOf(b, a)
}

/** Whether the first code is that of a territory which is named with the country of the second. */
export function isTerritoryOf(code: string, country: string): boolean {
  return TERRITORIES[country]?.includes(code) ?? false
}
