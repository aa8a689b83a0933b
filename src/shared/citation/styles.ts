/** A cited work in the styles that readers ask for; each a text of its own, byte for byte the same for the same data. */
import type { CitedWork } from './work.ts'

/** The mark of a version in front of its name, and of a data set, in the language of the citation. */
export interface StyleWords {
  version: string
  dataset: string
  figure: string
  licence: string
}

/** APA, 7th edition: a data set, or a figure in one. A work without an author begins with its title. */
export function apa(work: CitedWork, words: StyleWords): string {
  const { author, year, figure, url } = work
  const kind = `[${work.note ?? words.dataset}]`
  const data = `${work.title} (${words.version} ${work.version}) ${kind}`
  const cited = figure === null ? data : `${figure} [${words.figure}]`
  const within = figure === null ? '' : ` In ${data}.`
  const begin = author === null ? `${cited}. (${year}).` : `${ended(author)} (${year}). ${cited}.`
  return `${begin}${within}${url === null ? '' : ` ${url}`}`
}

/** GB/T 7714—2015, numeric style: `[DS]` is a data set, `[DS/OL]` one with an address; a figure is a part of it (`//`). */
export function gbt7714(work: CitedWork, words: StyleWords): string {
  const { author, title, figure, year, note, url } = work
  const mark = url === null ? '[DS]' : '[DS/OL]'
  const data = note === null ? title : `${title}: ${note}`
  const cited = figure === null ? `${data}${mark}` : `${figure}${mark}//${data}`
  const parts = [...(author === null ? [] : [author]), cited, `${words.version} ${work.version}`, year]
  return `${parts.map(ended).join(' ')}${url === null ? '' : ` ${url}.`}`
}

/** One full stop at the end, whatever stood there. */
const ended = (text: string) => `${text.replace(/[.。]$/, '')}.`

/** BibTeX, one entry; braces keep names and titles as they are written. */
export function bibtex(work: CitedWork, words: StyleWords): string {
  const { author, figure, title, year, version, url } = work
  const fields: [string, string | null][] = [
    ['author', author && `{${tex(author)}}`],
    ['title', `{${tex(figure ?? title)}}`],
    ['booktitle', figure === null ? null : `{${tex(title)}}`],
    ['year', year],
    ['version', tex(version)],
    ['howpublished', tex(work.note ?? (figure === null ? words.dataset : words.figure))],
    ['note', work.licence === '' ? null : tex(`${words.licence}: ${work.licence}`)],
    ['url', url],
  ]
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}}`]))
  return `@misc{${work.key},\n${lines.join(',\n')}\n}\n`
}

const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}
const tex = (text: string) => text.replace(/[\\~^{}&%$#_]/g, (sign) => TEX[sign] ?? `\\${sign}`)

/** RIS, one record with CRLF line ends, as reference managers import it. */
export function ris(work: CitedWork, words: StyleWords): string {
  const { author, figure, title, year, version, note, licence, url } = work
  const lines: [string, string | null][] = [
    ['TY', figure === null ? 'DATA' : 'FIGURE'],
    ['AU', author],
    ['TI', figure ?? title],
    ['T2', figure === null ? null : title],
    ['PY', year],
    ['ET', version],
    ['N1', note],
    ['N1', licence === '' ? null : `${words.licence}: ${licence}`],
    ['UR', url],
    ['ER', ''],
  ]
  return lines.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value}\r\n`])).join('')
}
