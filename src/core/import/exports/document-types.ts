/** Types of documents as databases print them, held against the types that count. */

/** Remarks that stand beside a type and do not change it. */
const REMARKS = ['early access', 'data paper', 'proceedings paper']
/** Types that take an article out, whatever stands beside them. */
const RETRACTED = /^(retracted publication|retracted article|withdrawn publication|retraction)$/

/** Further names of types: what is printed → what the options call it. */
const SAME: Readonly<Record<string, string>> = {
  'article in press': 'article',
  'research article': 'article',
  'review article': 'review',
  'journal article': 'article',
}

export interface DocumentTypes {
  types: string[]
  retracted: boolean
}

/** `Article; Early Access` → article. */
export function documentTypes(text: string): DocumentTypes {
  const printed = text
    .split(/[;|]/)
    .map((part) => part.trim().toLowerCase().replace(/[-_]+/g, ' '))
    .filter((part) => part !== '')
  const retracted = printed.some((part) => RETRACTED.test(part))
  const types = printed.filter((part) => !RETRACTED.test(part)).map((part) => SAME[part] ?? part)
  const main = types.filter((part) => !REMARKS.includes(part))
  return { types: main.length > 0 ? main : types, retracted }
}

/** Whether a record counts by its types: one without a type does; of several all must count. */
export function typeCounts(types: readonly string[], counted: ReadonlySet<string>): boolean {
  return types.every((type) => counted.has(type) || counted.has(type.replaceAll(' ', '-')))
}
