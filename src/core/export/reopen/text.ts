/** Text of files from anywhere, read by looking, not by a parser that a file could lead astray. */

/** What is no UTF-8 becomes U+FFFD; a byte-order mark goes. */
export const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** Text of an element or attribute as it is meant; unknown entities stay, as none is ever fetched. */
export function xmlUnescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[String(name)] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}

/** What stands between two marks, the first after `from`; null where either is missing. */
export function between(text: string, open: string, close: string, from = 0): string | null {
  const at = text.indexOf(open, from)
  if (at < 0) return null
  const end = text.indexOf(close, at + open.length)
  return end < 0 ? null : text.slice(at + open.length, end)
}

/** Texts of all elements of a name, in order, markup inside them left out; prefix included (`a:t`). */
export function elementTexts(xml: string, name: string): string[] {
  const texts: string[] = []
  const opening = `<${name}`
  for (let at = xml.indexOf(opening); at >= 0; at = xml.indexOf(opening, at + 1)) {
    const next = xml[at + opening.length]
    if (next !== '>' && next !== ' ' && next !== '\n' && next !== '\t') continue
    const start = xml.indexOf('>', at)
    if (start < 0 || xml[start - 1] === '/') continue
    const end = xml.indexOf(`</${name}>`, start)
    if (end < 0) break
    texts.push(xmlUnescaped(plain(xml.slice(start + 1, end))))
    at = end
  }
  return texts
}

const plain = (markup: string) => (markup.includes('<') ? markup.replace(/<[^<>]*>/g, '') : markup)
