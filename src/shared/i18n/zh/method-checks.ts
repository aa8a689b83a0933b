import type { methodChecks as en } from '../en/method-checks.ts'

export const methodChecks: typeof en = {
  title: '合计核对',
  titleOff: '有一项合计不符',
  says: '按 {year} 年、{subject}重新计算：全部份额 + 不属任何一方 = 论文数。',
  heads: { of: '份额', shares: 'Σ 份额', unknown: '不属任何一方', articles: '论文数', residual: '残差' },
  kinds: { institution: '{n} 家机构', city: '{n} 座城市', country: '{n} 个国家或地区' },
  overlap: '论文数互有重叠，学科也互有重叠：二者都不相加。',
  metros: '都市圈',
  metrosSays: '都市圈是一组城市。各城市的份额严格相加；论文数则按论文重新计数。',
  metroEdition: '依原刊；所用来源未说明各都市圈由哪些城市组成。',
  area: '都市圈',
  cities: '所含城市',
  more: '全部 {n} 个都市圈',
  fewer: '收起',
}
