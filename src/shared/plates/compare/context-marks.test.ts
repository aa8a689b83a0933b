import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LinePart, Part, TextPart } from '../parts.ts'
import { panelParts } from './panels.ts'
import type { ComparePanel, ComparePanels, ComparePoint, Slot } from './spec.ts'
import { CITY_LOOKS } from './spec.ts'

/** Six units a letter, whatever its size. */
const measure = (text: string) => text.length * 6
const scoped = (year: number, scope: string): Slot => ({ year, scope })
const SLOTS: Slot[] = [
  scoped(2019, 'old'),
  scoped(2020, 'old'),
  scoped(2021, 'old'),
  { gap: true },
  scoped(2022, 'new'),
  scoped(2023, 'new'),
]
const row = (...ranks: (number | null)[]): (ComparePoint | null)[] =>
  ranks.map((value) => (value === null ? null : { value, hollow: false }))
const cities = ['Ford', 'Bath'].map((name, i) => ({
  letter: 'AB'.charAt(i),
  name,
  look: CITY_LOOKS[i] as (typeof CITY_LOOKS)[number],
}))

interface Drawn {
  parts: Part[]
  lines: LinePart[]
  texts: Map<string, TextPart>
  foot: number
}
function drawn(compared: ComparePanel['points'], context: ComparePanel['context'], width = 500): Drawn {
  const panel: ComparePanel = { subject: 'all', head: 'All', points: compared, ...(context && { context }) }
  const panels: ComparePanels = { of: 'rank', slots: SLOTS, panels: [panel] }
  const box = { x: 0, y: 0, width, height: 300 }
  const options = { language: 'en', measure } as const
  const asked = { panels, shown: [panel], cities, size: 10, columns: 1, everyYear: true, box, options }
  const parts = panelParts(asked)
  const chart = parts.find((part) => part.kind === 'chart')
  const texts = parts.filter((part): part is TextPart => part.kind === 'text')
  return {
    parts,
    lines: parts.filter((part): part is LinePart => part.kind === 'line' && part.tone !== 'ink'),
    texts: new Map(texts.map((part) => [part.lines[0]?.[0]?.text ?? '', part])),
    foot: (chart?.plot.y ?? 0) + (chart?.plot.height ?? 0),
  }
}
const COMPARED = [row(1, 1, 1, null, 1, 1), row(4, null, 6, null, 8, 8)]
const names = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    name: `Town ${i + 2}`,
    points: row(null, null, null, null, null, i + 2),
  }))

describe('a history of ranks', () => {
  it('dots over a year without a rank, and joins nothing across a change of what is counted', () => {
    const { lines } = drawn(COMPARED, undefined)
    const dotted = lines.filter(({ dash }) => dash === 'dot')
    // Bath, 2019 to 2021; from 2021 to 2022 the scope changes.
    expect(dotted.map(({ tone }) => tone)).toEqual([CITY_LOOKS[1]?.line])
  })

  it('ends just below the worst rank drawn', () => {
    const { parts } = drawn(COMPARED, names(12))
    const chart = parts.find((part) => part.kind === 'chart')
    expect(chart?.value.max).toBe(8.5)
  })

  it('shows the others grey, with their names right of the last year, behind the lines of those compared', () => {
    const other = { name: 'Wells', points: row(2, 3, null, null, 3, 4) }
    const { parts, lines, texts } = drawn(COMPARED, [other])
    const grey = lines.filter(({ tone }) => tone === 'line3')
    expect(grey).toHaveLength(2)
    expect(parts.indexOf(grey[0] as Part)).toBeLessThan(parts.findIndex(({ kind }) => kind === 'chart'))
    const dots = parts.filter((part) => part.kind === 'mark' && part.mark.tone === 'line3')
    expect(dots).toHaveLength(4)
    const last = Math.max(...dots.map((part) => (part.kind === 'mark' ? part.x : 0)))
    expect(texts.get('Wells')?.x).toBeGreaterThan(last)
    expect(texts.get('Ford')?.weight).toBe(600)
  })

  it('one that comes from beyond the worst rank enters at the foot', () => {
    const { lines, foot } = drawn(COMPARED, [{ name: 'Wells', points: row(40, 5, null, null, 2, 2) }])
    const lowest = Math.max(...lines.filter(({ tone }) => tone === 'line3').flatMap(({ y1, y2 }) => [y1, y2]))
    expect(lowest).toBeCloseTo(foot, 6)
  })

  it('shows none in a box too narrow for names, nor where their rank is not in the last year', () => {
    expect(drawn(COMPARED, names(3), 240).texts.has('Town 2')).toBe(false)
    const gone = [{ name: 'Gone', points: row(2, 2, 2, null, 2, null) }]
    expect(drawn(COMPARED, gone).texts.has('Gone')).toBe(false)
  })

  it('never sets a name on another, on a letter, or outside the box', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 60 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 20 }),
        fc.integer({ min: 300, max: 1200 }),
        (worst, ranks, width) => {
          const context = ranks
            .toSorted((a, b) => a - b)
            .map((rank) => ({
              name: `Neighbour ${rank}`,
              points: row(null, rank, null, null, null, rank),
            }))
          const compared = [row(1, 1, 1, null, 1, 1), row(2, 2, worst, null, worst, worst)]
          const { parts, texts } = drawn(compared, context, width)
          const said = [...texts].filter(([name]) => name.startsWith('Neigh')).map(([, part]) => part)
          const ys = said.map(({ y, size }) => y - size * 0.35)
          const badges = parts.flatMap((part) => (part.kind === 'badge' ? [part.y] : []))
          ys.forEach((y, i) => {
            for (const other of [...ys.slice(i + 1), ...badges])
              expect(Math.abs(other - y)).toBeGreaterThanOrEqual(11.2 - 1e-6)
          })
          for (const { x, lines } of said)
            expect(x + measure(lines[0]?.[0]?.text ?? '')).toBeLessThanOrEqual(width + 1e-6)
        },
      ),
      { numRuns: 60 },
    )
  })
})
