/** Intervals in a terminal: drawing them with progress, their columns, and what is to be known of them. */
import type { RankingList, RankingRow } from '../shared/contract/rankings.ts'
import type { BandsMade } from '../shared/contract/stability.ts'
import type { InputOf } from '../shared/contract/index.ts'
import type { Language } from '../shared/domain/language.ts'
import { USUAL_REPLICATES } from '../shared/domain/stability.ts'
import { bandsWords, markedBand, shareBand, topTenText } from '../shared/format/bands.ts'
import { formatFigure } from '../shared/format/figures.ts'
import { formatNumber } from '../shared/format/numbers.ts'
import { translate } from '../shared/i18n/index.ts'
import { say } from './io.ts'
import { ProgressLine } from './progress.ts'
import type { Session } from './session.ts'
import type { TableColumn } from './table.ts'

/**
 * Draws the intervals of a ranking or of changes, so that their list and files have them at hand.
 * @throws AppError not-computed, cancelled after Ctrl+C
 */
export async function drawBands<M extends 'stability.ranking' | 'stability.changes'>(
  session: Session,
  method: M,
  input: InputOf<M>,
): Promise<void> {
  const { client, io, options, tell, end } = session
  const line = options.quiet ? null : new ProgressLine(io, options.lang)
  const number = (value: number) => formatNumber(value, 0, options.lang)
  const unsubscribe = client.subscribe((event) => {
    if (event.type !== 'stability.progress') return
    const values = { done: number(event.done), of: number(event.of) }
    line?.showText(translate(options.lang, 'stability.drawing', values))
  })
  const release = io.onInterrupt?.(() => {
    line?.end()
    tell(say(options.lang, 'cancelling'))
    void client.call('stability.cancel', input).catch(() => undefined)
    void end() // what does not listen is cut off
  })
  try {
    const { bands } = await client.call<'stability.ranking' | 'stability.changes'>(method, input)
    line?.end()
    for (const note of bandNotes(bands, options.lang)) tell(note)
  } finally {
    release?.()
    unsubscribe()
    line?.end()
  }
}

/** What limits the intervals. */
function bandNotes({ rough, rows, of }: BandsMade, language: Language): string[] {
  const number = (value: number) => formatNumber(value, 0, language)
  return [
    ...(rough ? [translate(language, 'stability.rough', { usual: number(USUAL_REPLICATES) })] : []),
    ...(rows < of ? [translate(language, 'stability.some', { n: number(rows), of: number(of) })] : []),
  ]
}

/** The columns of intervals, behind the others. */
export function bandColumns(language: Language): TableColumn<RankingRow>[] {
  const column = (id: string, text: (row: RankingRow) => string | null): TableColumn<RankingRow> => ({
    head: translate(language, `stability.heads.${id}`),
    value: (row) => text(row) ?? '–',
    align: 'right',
  })
  return [
    column('rankBand', markedBand),
    column('shareBand', (row) => shareBand(row, language)),
    column('topTen', ({ topTenPct }) => (topTenPct == null ? null : topTenText(topTenPct, language))),
    column('leastDifference', ({ leastDifference: least }) =>
      least == null ? null : formatFigure('share', least, language),
    ),
  ]
}

/** Under the table: what the intervals are, and what the mark means where it stands in it. */
export function bandFootnotes({ bands, rows }: RankingList, language: Language): string {
  if (!bands) return ''
  const ties = rows.some(({ tie }) => tie) ? `${translate(language, 'stability.tieNote')}\n` : ''
  return `${translate(language, 'stability.filter')}: ${bandsWords(bands, language)}\n${ties}`
}
