/** The institutions of an index whose names may match a text, those of the largest Share first. */
import type { OpenDataset } from '../../context.ts'
import { fold } from '../fold.ts'
import type { Candidate } from '../search-score.ts'
import { cellAt, cellsOf } from './cells.ts'
import { institutionsOf } from './index-names.ts'
import { fullShare } from './rows.ts'

/** Signs of a text from which on the stored index of trigrams can be asked. */
const TRIGRAM = 3
/** Up to this many names reading through all of them is as fast, and faster where much matches. */
const FEW = 20_000

interface Names {
  /** By Share in the default year, largest first. */
  candidates: readonly Candidate[]
  /** By place in `candidates`: folded English name, Chinese name, pinyin and its initials, parted by line ends. */
  texts: readonly string[]
  /** Places of names that folding or pinyin makes other than the stored ones. */
  unlike: readonly number[]
  /** By number: place in `candidates`. */
  placeOf: Uint32Array
}

function namesOf(dataset: OpenDataset): Names {
  return dataset.memo('institution-names', () => {
    const names = institutionsOf(dataset)
    const cells = cellsOf(dataset, 'institution', 0, dataset.defaultYear)
    const others = Array.from(names.keys()).filter((number) => (cells.at[number] ?? -1) < 0)
    const order = [...cells.entity, ...others]
    const placeOf = new Uint32Array(names.length)
    const unlike: number[] = []
    const texts: string[] = []
    const candidates = order.flatMap((number, place): Candidate[] => {
      const named = names[number]
      if (!named) return []
      placeOf[number] = place
      const { foundName, foundZh, pinyin, within } = named
      const cell = cellAt(cells, number)
      const folded = fold(foundName)
      if (folded !== foundName.toLowerCase() || pinyin !== '') unlike.push(place)
      texts.push(pinyin === '' && !foundZh ? folded : textOf(folded, foundZh, pinyin))
      return [
        {
          kind: 'institution',
          ...named.label,
          within: within?.name ?? null,
          withinZh: within?.nameZh ?? null,
          rank: cell?.rank ?? null,
          share: cell && fullShare(cell),
          syllables: pinyin,
          folded,
        },
      ]
    })
    return { candidates, texts, unlike, placeOf }
  })
}

function textOf(folded: string, nameZh: string | null, pinyin: string): string {
  const syllables = pinyin.split(' ')
  const initials = syllables.map((syllable) => syllable[0] ?? '').join('')
  return [folded, nameZh ?? '', syllables.join(''), initials].join('\n')
}

/** All whose name, Chinese name or pinyin has the text in it; a few more may come along. @param text as typed, not empty */
export function institutionsLike(dataset: OpenDataset, text: string): Candidate[] {
  const { candidates, texts, unlike, placeOf } = namesOf(dataset)
  const matches = matcherOf(text)
  const all = (places: Iterable<number>) => Array.from(places).flatMap((place) => candidates[place] ?? [])
  if (texts.length <= FEW || [...text].length < TRIGRAM) {
    const places: number[] = []
    for (let place = 0; place < texts.length; place++) if (matches(texts[place] as string)) places.push(place)
    return all(places)
  }
  const places = new Set<number>()
  for (const number of byTrigrams(dataset, text)) places.add(placeOf[number] as number)
  for (const place of unlike) if (matches(texts[place] as string)) places.add(place)
  return all(Uint32Array.from(places).sort())
}

function matcherOf(text: string): (name: string) => boolean {
  const folded = fold(text).trim()
  if (folded === '') return () => false
  const forms = [...new Set([folded, text, folded.replaceAll(' ', '')])]
  const [only] = forms
  return forms.length === 1
    ? (name) => name.includes(only as string)
    : (name) => forms.some((form) => name.includes(form))
}

/** Numbers by the index of trigrams, which knows no folding but that of case. */
function byTrigrams(dataset: OpenDataset, text: string): number[] {
  const statement = dataset.memo('institution-search', () =>
    dataset.db.prepare('SELECT rowid FROM institution_search WHERE institution_search MATCH ?').pluck(),
  )
  const forms = [...new Set([text.toLowerCase(), fold(text).trim()])].filter(
    (form) => [...form].length >= TRIGRAM,
  )
  return forms.flatMap((form) => statement.all(`"${form.replaceAll('"', '""')}"`).map(Number))
}
