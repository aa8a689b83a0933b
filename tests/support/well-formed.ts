/** Whether a text is well-formed XML 1.0, by a strict reader of the tests' own: what Office refuses to open, this names. */
const TAG =
  /<(?:!--(?:(?!--).)*-->|\?.*?\?>|!DOCTYPE[^>]*>|!\[CDATA\[.*?\]\]>|(\/?)([\p{L}_:][\p{L}\p{N}_:.-]*)((?:\s+[\p{L}_:][\p{L}\p{N}_:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>)/gsu
/** Characters that XML cannot hold, halves of surrogate pairs among them. */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/u
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i
const REFERENCE = /&#(?:x([\da-f]+)|(\d+));/gi

/** @returns what is wrong; null where nothing is */
export function xmlProblem(xml: string): string | null {
  const odd = FORBIDDEN.exec(xml) ?? ENTITY.exec(xml)
  if (odd)
    return `${JSON.stringify(odd[0])} in ${JSON.stringify(xml.slice(Math.max(0, odd.index - 40), odd.index + 40))}`
  for (const [text, hex, decimal] of xml.matchAll(REFERENCE)) {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    if (code > 0x10ffff || FORBIDDEN.test(String.fromCodePoint(code))) return `${text} is no character`
  }
  const open: string[] = []
  let end = 0
  for (const match of xml.replace(/^\ufeff/, '').matchAll(TAG)) {
    const [whole, closing, name, attributes = '', empty] = match
    if (/[<]/.test(xml.slice(end, match.index))) return `a stray < before ${whole.slice(0, 60)}`
    end = match.index + whole.length
    if (name === undefined) continue
    const names = [...attributes.matchAll(/([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)].map(([, each]) => each)
    if (new Set(names).size !== names.length) return `an attribute twice in ${whole.slice(0, 80)}`
    if (closing) {
      const last = open.pop()
      if (last !== name) return `</${name}> closes <${last ?? 'nothing'}>`
    } else if (!empty) open.push(name)
  }
  if (end === 0) return 'no element'
  return open.length === 0 && !xml.slice(end).includes('<') ? null : `<${open.at(-1) ?? '…'}> is left open`
}
