/** Divisions of countries that stand beside a city in an address, and are not the city. Names that are a city's too are left out. */
import { nameKey } from '../../../shared/domain/slug.ts'

const NAMES: Readonly<Record<string, string>> = {
  US: `alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida,georgia,hawaii,idaho,illinois,indiana,
iowa,kansas,kentucky,louisiana,maine,maryland,massachusetts,michigan,minnesota,mississippi,missouri,montana,nebraska,nevada,
new hampshire,new jersey,new mexico,new york,north carolina,north dakota,ohio,oklahoma,oregon,pennsylvania,rhode island,
south carolina,south dakota,tennessee,texas,utah,vermont,virginia,washington,west virginia,wisconsin,wyoming`,
  CA: `alberta,british columbia,manitoba,new brunswick,newfoundland and labrador,newfoundland,nova scotia,ontario,quebec,
prince edward island,saskatchewan,yukon,nunavut,northwest territories`,
  AU: 'new south wales,victoria,queensland,tasmania,south australia,western australia,northern territory,australian capital territory',
  CN: `anhui,fujian,gansu,guangdong,guangxi,guangxi zhuang,guizhou,hainan,hebei,heilongjiang,henan,hubei,hunan,inner mongolia,
nei monggol,jiangsu,jiangxi,jilin,liaoning,ningxia,ningxia hui,qinghai,shaanxi,shandong,shanxi,sichuan,tibet,xizang,xinjiang,
xinjiang uygur,yunnan,zhejiang`,
  IN: `andhra pradesh,arunachal pradesh,assam,bihar,chhattisgarh,gujarat,haryana,himachal pradesh,jammu and kashmir,jharkhand,
karnataka,kerala,madhya pradesh,maharashtra,manipur,meghalaya,mizoram,nagaland,odisha,orissa,punjab,rajasthan,sikkim,tamil nadu,
telangana,tripura,uttar pradesh,uttarakhand,uttaranchal,west bengal`,
  JP: `hokkaido,aichi,ibaraki,kanagawa,hyogo,miyagi,ishikawa,ehime,iwate,kagawa,mie,shiga,shimane,tochigi,yamanashi,okinawa`,
  KR: `gyeonggi,gyeonggi do,gangwon,gangwon do,chungbuk,chungnam,jeonbuk,jeonnam,gyeongbuk,gyeongnam,chungcheongnam do,
chungcheongbuk do,gyeongsangbuk do,gyeongsangnam do,jeollabuk do,jeollanam do`,
  GB: `england,scotland,wales,northern ireland,north ireland,w yorkshire,s yorkshire,n yorkshire,w midlands,oxon,oxfordshire,cambs,
cambridgeshire,midlothian,lanark,s glam,m glam,surrey,kent,essex,middx,middlesex,norfolk,hants,hampshire,devon,cornwall,avon,berks,
berkshire,bucks,buckinghamshire,leics,leicestershire,lancs,lancashire,notts,nottinghamshire,herts,hertfordshire,beds,dorset,
e sussex,w sussex,suffolk,staffs,staffordshire,warwickshire,cheshire,cumbria,merseyside,tyne and wear,fife,gwynedd,dyfed,antrim,down`,
  BR: `minas gerais,parana,bahia,ceara,pernambuco,santa catarina,rio grande do sul,rio grande do norte,para,amazonas,goias,paraiba,
mato grosso,mato grosso do sul,maranhao,piaui,sergipe,alagoas,espirito santo,tocantins,rondonia,acre,amapa,roraima`,
  MX: 'jalisco,nuevo leon,sonora,sinaloa,michoacan,morelos,yucatan,baja california,hidalgo,tamaulipas,coahuila,guerrero,tabasco,chiapas',
  DE: 'bavaria,bayern,saxony,hesse,hessen,baden wurttemberg,north rhine westphalia,nordrhein westfalen,lower saxony,brandenburg,thuringia',
}

const BY_COUNTRY = new Map(
  Object.entries(NAMES).map(([code, names]) => [code, new Set(names.split(',').map((name) => name.trim()))]),
)

/** Codes in capitals (`MA`, `NSW`, `PD`) are divisions in every country. */
export const isDivisionCode = (part: string): boolean => /^[A-Z]{2,3}$/.test(part)

const SUFFIX = /\s(province|prefecture|county|oblast|region|district|state)$/i

/** @param country alpha-2; null where not known */
export function isDivision(part: string, country: string | null): boolean {
  if (isDivisionCode(part) || SUFFIX.test(part)) return true
  return country !== null && (BY_COUNTRY.get(country)?.has(nameKey(part)) ?? false)
}
