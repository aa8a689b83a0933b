/** Letters of divisions that the gazetteer numbers, and countries in which other codes stand behind a city's name. */

/** Codes and usual short names of divisions, with the divisions' names. */
const CODES: Readonly<Record<string, string>> = {
  CA: `AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|ON Ontario|
PE Prince Edward Island|QC Quebec|PQ Quebec|SK Saskatchewan|YT Yukon|NT Northwest Territories|NU Nunavut|Ont Ontario|
Que Quebec|Alta Alberta|Sask Saskatchewan|Man Manitoba`,
  US: `Ala Alabama|Ariz Arizona|Ark Arkansas|Calif California|Colo Colorado|Conn Connecticut|Del Delaware|Fla Florida|
Ga Georgia|Ill Illinois|Ind Indiana|Kans Kansas|Ky Kentucky|La Louisiana|Mass Massachusetts|Md Maryland|Mich Michigan|
Minn Minnesota|Miss Mississippi|Mo Missouri|Mont Montana|Nebr Nebraska|Nev Nevada|Okla Oklahoma|Ore Oregon|
Penn Pennsylvania|Tenn Tennessee|Tex Texas|Va Virginia|Vt Vermont|Wash Washington|Wis Wisconsin|Wyo Wyoming`,
  AU: `ACT Australian Capital Territory|NSW New South Wales|NT Northern Territory|QLD Queensland|SA South Australia|
TAS Tasmania|VIC Victoria|WA Western Australia`,
  BR: `AC Acre|AL Alagoas|AP Amapá|AM Amazonas|BA Bahia|CE Ceará|DF Federal District|ES Espírito Santo|MS Mato Grosso do Sul|
MA Maranhão|MT Mato Grosso|MG Minas Gerais|PA Pará|PB Paraíba|PR Paraná|PI Piauí|RJ Rio de Janeiro|RN Rio Grande do Norte|
RS Rio Grande do Sul|RO Rondônia|RR Roraima|SC Santa Catarina|SP São Paulo|SE Sergipe|GO Goiás|PE Pernambuco|TO Tocantins`,
}

const NAMES = new Map(
  Object.entries(CODES).map(([country, list]) => [
    country,
    new Map(list.split('|').map((entry) => [entry.trim().split(' ')[0], entry.trim().replace(/^\S+ /, '')])),
  ]),
)

/** The name of the division that a code stands for in a country; null where it stands for none. */
export function codedDivision(code: string, country: string): string | null {
  return NAMES.get(country)?.get(code) ?? null
}

/** Countries with such codes. */
export const CODED_COUNTRIES: readonly string[] = [...NAMES.keys()]

/** Where provinces and states of letters stand behind cities (`Padova, PD`), and are no divisions of the gazetteer. */
const LETTERED = new Set(['AR', 'CL', 'ES', 'IE', 'IN', 'IT', 'MX', 'MY', 'NL', 'RO', 'VE', 'ZA'])

/** Whether letters behind a city are a division of the country that tells us nothing. */
export const isLetteredDivision = (text: string, country: string): boolean =>
  LETTERED.has(country) && /^[A-Z]{2,3}$/.test(text)
