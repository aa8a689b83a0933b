/** Speaker notes of a plate: what a reader needs to say and to defend what is shown. */
import type { CitedDataset } from '../../../shared/citation/index.ts'
import { CITATION_STYLES, citations } from '../../../shared/citation/index.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { formatNumber } from '../../../shared/format/numbers.ts'
import { translate } from '../../../shared/i18n/index.ts'
import { INDICATORS } from '../../../shared/measures/index.ts'
import type { NoteSection, Plate } from '../../../shared/plates/plate.ts'
import type { OpenDataset, ReaderContext } from '../../context.ts'
import { readDatasetRow, versionOf } from '../../datasets/summary.ts'
import { citationBlock } from '../citation.ts'

/** Finding; how to read it; method; source and citation; what is printed, sample, computed; how to reopen and verify. */
export function plateNotes(
  plate: Omit<Plate, 'notes'>,
  dataset: OpenDataset,
  context: ReaderContext,
): NoteSection[] {
  const { language, numbers } = plate
  const say = (key: string, values: Record<string, string> = {}) =>
    translate(language, `plates.common.notes.${key}`, values)
  const counted = (of: string) =>
    formatNumber(numbers.filter((number) => number.of === of).length, 0, language)
  return [
    { head: say('finding'), text: plate.title },
    { head: say('howTo'), text: plate.howTo },
    { head: say('method'), text: methodText(plate.measures, dataset.kind, language) },
    { head: say('source'), text: sourceText(dataset, context, language) },
    {
      head: say('numbers'),
      text: say('numbersText', {
        printed: counted('printed'),
        sample: counted('sample'),
        computed: counted('computed'),
      }),
    },
    { head: say('reopen'), text: say('reopenText') },
  ].filter(({ text }) => text !== '')
}

/** What every figure of a kind of dataset must be read with. */
const CONVENTIONS: Record<OpenDataset['kind'], readonly string[]> = {
  published: ['scope', 'not-published'],
  computed: ['unknown-part'],
  sample: ['unknown-part'],
}

/** Definitions of the measures shown, their caveats, and the conventions of scope and counting. */
function methodText(measures: readonly string[], kind: OpenDataset['kind'], language: Language): string {
  if (measures.length === 0) return ''
  const told = [...new Set([...measures, ...CONVENTIONS[kind]])].flatMap((id) =>
    INDICATORS.filter((each) => each.indicator === id || ('id' in each && each.id === id)),
  )
  const lines = told.map(({ label, definition, caveat }) => {
    const text = [definition[language], caveat?.[language]].filter(Boolean).join(language === 'zh' ? '' : ' ')
    return `${label[language]}${language === 'zh' ? '：' : ': '}${text}`
  })
  const counting = translate(
    language,
    `exports.citation.${kind === 'published' ? 'countingPublished' : 'countingComputed'}`,
  )
  return [...lines, `${counting}${language === 'zh' ? '。' : '.'}`].join('\n')
}

function sourceText(dataset: OpenDataset, context: ReaderContext, language: Language): string {
  const block = citationBlock(dataset, context, { language, filters: [], date: undefined })
  const cited = citations(citedDataset(dataset), language)
  return [
    ...block.map(([label, value]) => `${label}: ${value}`),
    ...CITATION_STYLES.slice(0, 2).map(
      (style) => `${translate(language, `reopen.cite.styles.${style}`)}: ${cited[style]}`,
    ),
  ].join('\n')
}

/** What a citation needs of an open dataset. */
export function citedDataset({ db, id }: Pick<OpenDataset, 'db' | 'id'>): CitedDataset {
  const row = readDatasetRow(db, id)
  return {
    dataset: id,
    version: versionOf(row),
    name: row.name,
    nameZh: row.name_zh,
    kind: row.kind,
    edition: row.edition,
    licence: row.licence,
    citation: row.citation,
    importedAt: row.imported_at,
  }
}
