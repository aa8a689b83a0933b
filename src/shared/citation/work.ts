/** What is cited: a dataset as a bibliography knows it, or a figure that was made from one. */
import type { DatasetDetail } from '../contract/datasets.ts'
import type { Language } from '../domain/language.ts'
import { nameIn } from '../domain/language.ts'
import { translate } from '../i18n/index.ts'

/** The part of a dataset's detail that a citation needs. */
export type CitedDataset = Pick<
  DatasetDetail,
  'dataset' | 'version' | 'name' | 'nameZh' | 'kind' | 'edition' | 'licence' | 'citation' | 'importedAt'
>

export interface CitedWork {
  /** Id of the dataset: the key of its entry. */
  key: string
  /** Who published the figures; null of an index that the reader computed. */
  author: string | null
  title: string
  /** What it is, where that is more than a data set: that nothing in a sample is real. */
  note: string | null
  /** Of the edition, else of the import. */
  year: string
  version: string
  licence: string
  url: string | null
  /** Title of the figure that is cited, of this data; null where the data themselves are. */
  figure: string | null
}

/** @param figure title of a figure; without it the dataset itself is cited */
export function citedWork(dataset: CitedDataset, language: Language, figure?: string): CitedWork {
  const { edition, importedAt, citation } = dataset
  return {
    key: dataset.dataset,
    author: dataset.kind === 'published' ? authorOf(dataset) : null,
    title: nameIn(language, dataset.name, dataset.nameZh),
    note: dataset.kind === 'sample' ? translate(language, 'exports.sample.source') : null,
    year: /^\d{4}$/.test(edition) ? edition : importedAt.slice(0, 4),
    version: dataset.version,
    licence: dataset.licence,
    url: /https?:\/\/[^\s<>"]+[^\s<>".,;)]/.exec(citation)?.[0] ?? null,
    figure: oneLine(figure ?? '').replace(/[.。]$/, '') || null,
  }
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** An edition's citation reads `Publisher, Title`; one of another form is taken whole. */
function authorOf({ citation, name }: CitedDataset): string {
  const whole = oneLine(citation).replace(/[.。]$/, '')
  if (!whole.toLowerCase().endsWith(name.toLowerCase())) return whole || name
  const before = whole.slice(0, whole.length - name.length).replace(/[\s,，.。:：;；]+$/, '')
  return before || name
}
