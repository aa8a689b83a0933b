/** Pages that hold no chart of a view: method and citation, and the reader's own words. The cover stands beside. */
import { CITATION_STYLES, citations } from '../../../../shared/citation/index.ts'
import { nameIn } from '../../../../shared/domain/language.ts'
import { formatNumber } from '../../../../shared/format/numbers.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import { cutAlt } from '../../../../shared/plates/alt.ts'
import { plateOf, roomOf } from '../../../../shared/plates/frame.ts'
import type { Term } from '../../../../shared/plates/paragraphs.ts'
import { pagesOfText, stackedParts, termParts, textParts } from '../../../../shared/plates/paragraphs.ts'
import type { Plate, PlateBody } from '../../../../shared/plates/plate.ts'
import { readDatasetRow, versionOf } from '../../../datasets/summary.ts'
import { articlesIn, indexYears } from '../../../queries/computed/totals.ts'
import { citedDataset } from '../notes.ts'
import type { MakerLook } from './look.ts'
import { makerLook } from './look.ts'
import type { PlateMaker } from './maker.ts'

export { coverPlates } from './cover.ts'

const say = ({ language }: Pick<MakerLook, 'language'>, key: string, values = {}) =>
  translate(language, `plates.pages.${key}`, values)

const PLAIN = {
  howTo: '',
  measures: [],
  numbers: [],
  labels: { drawn: 0, of: 0 },
} satisfies Partial<PlateBody>

export const methodPlates: PlateMaker<'method'> = (figure, look, context) => {
  const maker = makerLook(look, figure.dataset, context)
  const { dataset, language } = maker
  const row = readDatasetRow(dataset.db, dataset.id)
  const computed = {
    title: say(maker, 'method.title'),
    subtitle: say(maker, 'method.subtitle', {
      name: nameIn(language, row.name, row.name_zh),
      version: versionOf(row),
    }),
  }
  const words = maker.words(computed)
  const terms = methodTerms(maker)
  const cited = citationTerms(maker)
  const options = maker.options()
  const heads = { method: say(maker, 'method.heads.method'), cite: say(maker, 'method.heads.cite') }
  const said = [...terms, ...cited].map(({ head, text }) => `${head}: ${text}`)
  const body = {
    ...PLAIN,
    kind: 'method',
    alt: cutAlt(say(maker, 'method.alt', { text: said.join(' ') })),
    description: [words.title, ...said].join('\n'),
    fileStem: `${dataset.id}-method`,
  }
  const { frame, type } = roomOf(words, options)
  const { measure } = options
  const wide = frame.width > type.body * 40
  if (wide) {
    const left = { ...frame, width: frame.width * (468 / 864) }
    const right = { ...frame, x: frame.x + frame.width * (512.4 / 864), width: frame.width * (351.6 / 864) }
    const method = termParts(heads.method, terms, left, type.body, measure)
    const cite = stackedParts(heads.cite, cited, right, { size: type.body, small: type.label }, measure)
    if (Math.max(method.bottom, cite.bottom) <= frame.y + frame.height)
      return {
        plates: [plateOf(words, options, () => ({ ...body, parts: [...method.parts, ...cite.parts] }))],
        filters: {},
      }
  }
  // Where the two find no room beside each other, each takes the whole width, over as many pages as it needs.
  const sizes = { size: wide ? type.body : type.label, small: type.label }
  const room = roomOf(maker.words(computed, [], { index: 8, of: 9 }), options)
  const bottom = room.frame.y + room.frame.height
  const pages = [
    ...pagesOfTerms(terms, (some) => termParts(heads.method, some, room.frame, sizes.size, measure), bottom),
    ...pagesOfTerms(cited, (some) => stackedParts(heads.cite, some, room.frame, sizes, measure), bottom),
  ]
  const plates = pages.map((parts, index): Plate =>
    plateOf(maker.words(computed, [], { index, of: pages.length }), maker.options(index), () => ({
      ...body,
      parts,
      warnings: index < pages.length - 1 ? ['rows-cut'] : [],
    })),
  )
  return { plates, filters: {} }
}

/** As many terms on a page as it holds; one that is longer than a page has one of its own. */
function pagesOfTerms(
  terms: readonly Term[],
  lay: (some: readonly Term[]) => { parts: PlateBody['parts']; bottom: number },
  bottom: number,
): PlateBody['parts'][] {
  const pages: PlateBody['parts'][] = []
  for (let from = 0; from < terms.length;) {
    let count = 1
    while (from + count < terms.length && lay(terms.slice(from, from + count + 1)).bottom <= bottom) count++
    pages.push(lay(terms.slice(from, from + count)).parts)
    from += count
  }
  return pages
}

function methodTerms(maker: MakerLook): Term[] {
  const { dataset } = maker
  const term = (key: string, text = `${key}Says`, values = {}): Term => ({
    head: say(maker, `method.${key}`),
    text: say(maker, `method.${text}`, values),
  })
  const printed = dataset.kind === 'published'
  return [
    term('counting'),
    term('share'),
    printed ? term('scope') : term('scope', 'scopeComputed', indexSpan(maker)),
    printed ? term('city') : term('city', 'cityComputed'),
    ...(dataset.kind === 'sample' ? [term('sample')] : []),
    ...(printed ? [term('absent')] : []),
    term('caveat'),
  ]
}

function indexSpan({ dataset, language }: MakerLook): Record<string, string> {
  const years = indexYears(dataset)
  const articles = years.reduce((sum, year) => sum + (articlesIn(dataset, year) ?? 0), 0)
  const span = years.length > 1 ? `${years[0]}–${years.at(-1)}` : String(years[0] ?? '')
  return { years: span, articles: formatNumber(articles, 0, language) }
}

function citationTerms(maker: MakerLook): Term[] {
  const { dataset, language } = maker
  const cited = citations(citedDataset(dataset), language)
  return [
    ...CITATION_STYLES.slice(0, 2).map((style) => ({
      head: say(maker, 'method.data', { style: translate(language, `reopen.cite.styles.${style}`) }),
      text: cited[style],
    })),
    { head: say(maker, 'method.check'), text: say(maker, 'method.checkSays') },
  ]
}

export const textPlates: PlateMaker<'text'> = (figure, look, context) => {
  const maker = makerLook(look, figure.dataset, context)
  const { dataset, language } = maker
  const row = readDatasetRow(dataset.db, dataset.id)
  const body = figure.body[language] || figure.body[language === 'en' ? 'zh' : 'en']
  const computed = {
    title: say(maker, 'text.title'),
    subtitle: say(maker, 'text.subtitle', { name: nameIn(language, row.name, row.name_zh) }),
  }
  const options = maker.options()
  const { frame, type } = roomOf(maker.words(computed, [], { index: 0, of: 2 }), options)
  // Lines of more than some eighty letters are hard to follow.
  const width = Math.min(frame.width, type.body * 46)
  const pages = pagesOfText(body, width, frame.height, type.body, options.measure)
  const plates = pages.map((lines, index): Plate => {
    const words = maker.words(computed, [], { index, of: pages.length })
    const text = lines.map((line) => line ?? '\n').join(' ')
    return plateOf(words, maker.options(index), (room) => ({
      ...PLAIN,
      kind: 'text',
      parts: textParts(lines, { ...room.frame, width }, room.type.body),
      alt: cutAlt(say(maker, 'text.alt', { text: text.replace(/\s+/g, ' ') })),
      description: [words.title, text].join('\n'),
      warnings: index < pages.length - 1 ? ['rows-cut'] : [],
      fileStem: `${dataset.id}-text`,
    }))
  })
  return { plates, filters: {} }
}
