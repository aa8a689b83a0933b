import type { came as english } from '../en/came.ts'

export const came: typeof english = {
  articles: { one: '**1** 篇论文', more: '**{n}** 篇论文' },
  institutions: { one: '1 个机构', more: '{n} 个机构' },
  cities: { one: '1 座城市', more: '{n} 座城市' },
  countries: { one: '1 个国家和地区', more: '{n} 个国家和地区' },
  named: { one: '1 个机构', more: '{n} 个机构' },
  records: { one: '1 条机构记录', more: '{n} 条机构记录' },
  number: { one: '1', more: '{n}' },
  period: '{first}–{last}',
  stop: '。',
  nothing: '没有任何论文计入。',
  inCities: '计入 {years} 年的 {articles}，涉及 {countries} {cities}的 {institutions}。',
  partly:
    '计入 {years} 年的 {articles}，涉及 {countries} {cities}的 {institutions}。其份额的 **{percent} %** 归属已知城市',
  inCountries: '计入 {years} 年的 {articles}，涉及 {countries}。城市均未知',
  institutionsOnly: '计入 {years} 年的 {articles}，涉及 {institutions}。城市和国家均未知',
  nowhere: '计入 {years} 年的 {articles}。机构、城市和国家均未知',
  noFile: '：未提供机构文件。请添加机构文件（OpenAlex 机构或 ROR）以确定位置。',
  unnamed: '：论文未注明。',
  matched: '：论文中的 {named}有 **{matched}** 个见于所提供的 {read}。请添加其余机构的记录以确定位置。',
  recordsWithoutCity: '：机构记录未注明城市。',
  open: {
    city: '打开城市排名',
    metro: '打开都市区排名',
    country: '打开国家和地区排名',
    institution: '打开机构排名',
  },
  next: '查看：{command}',
}
