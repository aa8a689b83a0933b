/** Encodings of text that can be chosen for a table; all are labels of the Encoding Standard, as decoders know them. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'iso-8859-2',
  'koi8-r',
  'macintosh',
] as const
export type Encoding = (typeof ENCODINGS)[number]
