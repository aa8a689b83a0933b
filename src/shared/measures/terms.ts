/** Letters of formulas and sources that several declarations name. */
export const NATURE_INDEX = {
  en: 'Nature Index, definition of its indicators',
  zh: 'Nature Index 指标定义',
} as const
export const OUR_DEFINITION = {
  en: 'Our definition, usual in the field',
  zh: '本软件的定义，与学界通行做法一致',
} as const

export const ENTITY = { symbol: 'X', en: 'a city, institution or country', zh: '城市、机构或国家' } as const
export const YEAR = { symbol: 'y', en: 'year of publication', zh: '发表年份' } as const
export const INDEX_SIZE = {
  symbol: 'N',
  en: 'articles in the index in that year',
  zh: '当年指数收录的论文总数',
} as const
