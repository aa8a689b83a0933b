import type { Language } from '../../shared/domain/language.ts'

interface Region {
  regionName: string
  regionNameZh: string
}

/** As it stands in a sentence: "in the United States". */
export function regionName({ regionName: name, regionNameZh }: Region, language: Language): string {
  if (language === 'zh') return regionNameZh
  return /^(United|Netherlands|Philippines|Chinese mainland)/.test(name) ? `the ${name}` : name
}
