/** What text of an encoding looks like: letters of the languages that use it, and signs that are common in them. */
import type { Encoding } from '../../../shared/domain/encodings.ts'

/** A language by its letters outside ASCII, in lower case. */
export interface Alphabet {
  letters: string
  /** What the language never writes, of a word in lower case. */
  never?: RegExp
  /** A language of few, assumed only where the text speaks of its country. */
  cue?: RegExp
}

const GERMAN = { letters: 'äöüß' }
const NORDIC = { letters: 'åäöøæéüšž', never: /æ$/ }
const FRENCH = {
  letters: 'àâæçèéêëîïôùûüÿœ',
  never: /è[aeiouy]|ù.|û(?![tcmrlnv])|œ(?![ucdsnt])|ê(?![tmvnrclspq])|iê|æ$|ÿ.|[csdr]z/,
}
const PORTUGUESE = { letters: 'áâãàçéêíóôõú', never: /ã(?![oesi]|$)|õ(?!e)|ê[aeiou]|ê$|iê[^n]|[csdr]z/ }
const SPANISH = { letters: 'áéíñóúü', never: /ñ(?![aeiouáéíóúü])/ }
const CATALAN = { letters: 'àçèéíïòóúü', never: /è[aeou]|à[aeou]/ }
const ITALIAN = { letters: 'àèéìîòóù', never: /[àìòù](?=\p{L})|è(?=[aeiou])/u }
const ICELANDIC = {
  letters: 'áðéíóúýþæö',
  never: /[cqw]|^ð/,
  cue: /iceland|[ií]sland|reykjav|akureyri|faroe|f[øo]roya|\bISL?\b/i,
}
const ESTONIAN = { letters: 'äõöüšž', never: /[cqwxy]/, cue: /estonia|eesti|tartu|tallinn|\bEST\b|\bEE\b/i }
const OTHERS = { letters: 'áàâéèêíìóòôúù', never: /[ìòù].|è[aeiou]|ê(?![tmvnrclspq])|iê|à(?=\p{L})|[csdr]z/u }

const WESTERN: Alphabet[] = [
  ...[GERMAN, NORDIC, FRENCH, PORTUGUESE, SPANISH, CATALAN, ITALIAN, ICELANDIC, ESTONIAN],
  OTHERS,
]
const CENTRAL: Alphabet[] = [
  { letters: 'ąćęłńóśźż', never: /ń[aeiouy]/ },
  { letters: 'áčďéěíňóřšťúůýž', never: /ř$|č[gf]|ň[bcdfghjklmnpqrstvwxz]|ů[aeiou]/ },
  { letters: 'áäčďéíĺľňóôŕšťúýž', never: /[ŕĺ](?![bcdfghjklmnpqrstvz])|^[ŕĺ]|ď[fgh]/ },
  { letters: 'áéíóöőúüű', never: /ő[aeiou]|ű[aeiou](?!gy)/ },
  { letters: 'ăâîşţșț', never: /ă[aeou]/ },
  { letters: 'čćđšž', never: /č[gf]/ },
  GERMAN,
  { letters: 'âçéëîôáíóú' },
]
const TURKISH: Alphabet = { letters: 'çğıöşüâîû' }

/** Encodings of one byte a letter, with the alphabets that they are used for. */
export const LATIN: Partial<Record<Encoding, readonly Alphabet[]>> = {
  'windows-1252': WESTERN,
  'windows-1250': CENTRAL,
  'windows-1254': [TURKISH, ...WESTERN.filter((alphabet) => alphabet !== ICELANDIC)],
  'iso-8859-2': CENTRAL,
  macintosh: WESTERN,
}

/** Letters of Russian, Ukrainian, Belarusian, Bulgarian, Serbian and Macedonian. */
export const CYRILLIC_LETTERS = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўђјљњћџѓќѕ'
/** The most frequent of Russian, Ukrainian and Bulgarian alike make more than half of any text. */
export const FREQUENT_CYRILLIC = 'оаеинтсрвлкду'
/** The same of Greek. */
export const FREQUENT_GREEK = 'αοιετσςνηυρπκλάόίέήύώμ'

/** Two bytes a sign: rows of the signs that are taught first, as bytes, and what stands on letterheads. */
export interface WideProfile {
  /** First and last lead byte, and the ranges of the second. */
  rows: readonly (readonly [number, number])[]
  seconds: readonly (readonly [number, number])[]
  /** Worth of a sign of these rows that is not common. */
  worth: number
  common: string
}

const HIGH_SECONDS = [[0xa1, 0xfe]] as const

export const WIDE: Partial<Record<Encoding, WideProfile>> = {
  gb18030: {
    rows: [[0xb0, 0xd7]],
    seconds: HIGH_SECONDS,
    worth: 0.6,
    common:
      '大学院北京上海天津重庆中国科技研究所省市南西东江河湖山广州武汉成都杭苏深圳安徽福建浙四川陕甘云贵辽宁吉林黑龙哈尔滨农业工理医师范交通电子信息' +
      '材料化物生命附属第一二三人民院校区系部实验室重点家国际公司有限论文编号标题年份作者机构城市地址张王李刘陈杨赵黄周吴徐孙胡朱高林何郭马罗',
  },
  big5: {
    rows: [[0xa4, 0xc6]],
    seconds: [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
    worth: 0.6,
    common:
      '大學院國立臺灣台北中市新竹南高雄央研究所科技師範交通清華成功山醫附設紀念香港浸會理工城澳門電機資訊工程生命物化系部中心公司股份有限' +
      '論文編號標題年份作者機構城市國家地址陳林黃張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴徐周葉蘇莊江何蕭羅高簡朱',
  },
  shift_jis: {
    rows: [[0x88, 0x97]],
    seconds: [
      [0x40, 0x7e],
      [0x80, 0xfc],
    ],
    worth: 0.6,
    common:
      '大学東京都日本研究所院科医工理農国立病院市県府道阪名古屋北海九州広島仙台神戸千葉筑波横浜川崎福岡大分熊長崎鹿児部門附属中心会社株式論文番号' +
      '題年著者機関住所田中佐藤鈴木高橋渡辺伊山本村小林加吉斎松井上清水一二三',
  },
  'euc-jp': {
    rows: [[0xb0, 0xcf]],
    seconds: HIGH_SECONDS,
    worth: 0.6,
    common:
      '大学東京都日本研究所院科医工理農国立病院市県府道阪名古屋北海九州広島仙台神戸千葉筑波横浜川崎福岡大分熊長崎鹿児部門附属中心会社株式論文番号' +
      '題年著者機関住所田中佐藤鈴木高橋渡辺伊山本村小林加吉斎松井上清水一二三',
  },
  'euc-kr': {
    rows: [[0xb0, 0xc8]],
    seconds: HIGH_SECONDS,
    worth: 0.75,
    common:
      '대학교서울과기원부산연구대구광주인천한국대전성균관세이화여자중앙경희동북전남충청강제주립병의공업포항가톨릭삼성전자주식회사논문번호제목연도저자기관' +
      '도시국가소속주소김이박최정강조윤장임오신권황안송류홍작성하나둘',
  },
}
