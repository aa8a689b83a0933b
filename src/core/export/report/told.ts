/** What a document has said so far: figures and tables are numbered in its order, and what is said once is not said again. */
import type { Language } from '../../../shared/domain/language.ts'
import { formatNumber } from '../../../shared/format/numbers.ts'
import { translate } from '../../../shared/i18n/index.ts'
import { say } from './html/markup.ts'
import type { LaidPage } from './lay-pages.ts'

export class Told {
  private readonly counts = { figure: 0, table: 0 }
  private readonly said = new Set<string>()

  /** `Figure 3`, of the next one. */
  numberOf({ page, language }: Pick<LaidPage, 'page' | 'language'>): string {
    const kind = page.figure.of === 'table' ? 'table' : 'figure'
    return say(language, kind, { n: formatNumber(++this.counts[kind], 0, language) })
  }

  /** Those not said before. */
  once(lines: readonly string[]): string[] {
    const fresh = [...new Set(lines)].filter((line) => !this.said.has(line))
    for (const line of fresh) this.said.add(line)
    return fresh
  }
}

export const linesOf = (text: string): string[] => text.split(/\r?\n/).filter((line) => line.trim() !== '')

/** How the figures of a page are read, or what their measures mean, as their notes have it. */
export function noteOf(
  { plates, language }: Pick<LaidPage, 'plates' | 'language'>,
  kind: 'howTo' | 'method',
): { head: string; lines: string[] } {
  const noted = translate(language, `plates.common.notes.${kind}`)
  const notes = plates.flatMap((plate) => plate.notes.filter((note) => note.head === noted))
  const head = kind === 'method' ? measuresHead(language) : noted
  return { head, lines: notes.flatMap(({ text }) => linesOf(text)) }
}

/** Stands over the definitions; the method of the whole has a page of its own. */
export const measuresHead = (language: Language): string =>
  translate(language, 'report.core.document.measures')
