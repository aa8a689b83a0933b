import { describe, expect, it } from 'vitest'
import type { DrawnEdge, DrawnLabel, DrawnNode } from '../../../shared/contract/drawings.ts'
import { resourcesDir } from '../../app-info.ts'
import { loadTextMetrics } from '../text-metrics.ts'
import { NETWORK_FRAME } from '../network/frame.ts'
import { toGraph } from '../network/graph.ts'
import { labelsOf } from '../network/labels-of.ts'
import { layoutGraph } from '../network/layout/layout-graph.ts'
import { radiiFor } from '../network/layout/scales.ts'
import { testNetwork } from '../network/test-network.ts'
import { formsOf, tellingForms } from './forms.ts'
import { wrapLabel } from './wrap.ts'

const measure = loadTextMetrics(`${resourcesDir}/fonts`).width
const plot = NETWORK_FRAME.plot

function drawn(n: number, seed: number, rename = (node: DrawnNode): Partial<DrawnNode> => node) {
  const { nodes, edges } = testNetwork(n, seed)
  const graph = toGraph({ nodes, edges })
  const { r } = radiiFor(graph.share)
  const xy = layoutGraph(graph, r, { layout: 'force', seed: 1, plot })
  const at = new Map(graph.ids.map((id, i) => [id, i]))
  const placed = nodes.map((node) => {
    const i = at.get(node.id)!
    const whole = { ...node, x: xy[2 * i]!, y: xy[2 * i + 1]!, r: r[i]! } as DrawnNode
    return { ...whole, ...rename(whole) }
  })
  return { nodes: placed, edges: edges as DrawnEdge[] }
}

type Figure = ReturnType<typeof drawn>
const label = (figure: Figure, names: 'en' | 'zh' | 'both', labels: 'share' | 'name' = 'name') =>
  labelsOf({ ...figure, plot, names, labels, language: 'en' }, measure)

/** Written apart from the engine: what must be zero, counted pair by pair. */
function faults({ nodes }: Figure, labels: DrawnLabel[]): string[] {
  const found: string[] = []
  const meets = (a: number[], b: number[]) => a[0]! < b[2]! && b[0]! < a[2]! && a[1]! < b[3]! && b[1]! < a[3]!
  labels.forEach((one, i) => {
    const [left, top, right, bottom] = one.box
    if (left < plot.x || top < plot.y || right > plot.x + plot.width || bottom > plot.y + plot.height)
      found.push(`${one.id} leaves the plot`)
    for (const other of labels.slice(i + 1))
      if (meets(one.box, other.box)) found.push(`${one.id} touches ${other.id}`)
    for (const { id, x, y, r } of nodes) {
      if (one.inside && id === one.id) {
        const corners = [left, right].flatMap((cx) => [top, bottom].map((cy) => Math.hypot(cx - x, cy - y)))
        if (Math.max(...corners) > r) found.push(`${one.id} leaves its circle`)
        continue
      }
      const gap = Math.hypot(x - Math.max(left, Math.min(x, right)), y - Math.max(top, Math.min(y, bottom)))
      if (gap < r) found.push(`${one.id} lies on the circle of ${id}`)
    }
    for (const { id, leader } of labels) {
      if (!leader || id === one.id) continue
      for (let step = 0; step <= 200; step++) {
        const x = leader[0] + ((leader[2] - leader[0]) * step) / 200
        const y = leader[1] + ((leader[3] - leader[1]) * step) / 200
        if (x > left + 0.01 && x < right - 0.01 && y > top + 0.01 && y < bottom - 0.01) {
          found.push(`the leader of ${id} runs through ${one.id}`)
          break
        }
      }
    }
  })
  return found
}

const SEEDS = [1, 2, 3, 4, 5]

describe('labels', () => {
  it.each(['en', 'zh', 'both'] as const)('touch neither each other nor a circle: %s', (names) => {
    for (const n of [2, 5, 20, 50, 200])
      for (const seed of SEEDS.slice(0, n > 50 ? 1 : 3)) {
        const figure = drawn(n, seed)
        for (const mode of ['name', 'share'] as const)
          expect([n, seed, mode, faults(figure, label(figure, names, mode))]).toEqual([n, seed, mode, []])
      }
  })

  it.each(['en', 'zh'] as const)(
    'are all there at 5 and 20, all but two at 50, the first 25 at 200: %s',
    (names) => {
      for (const seed of SEEDS) {
        for (const [n, hidden] of [
          [5, 0],
          [20, 0],
          [50, 2],
        ] as const) {
          const shown = label(drawn(n, seed), names).length
          expect([n, seed, n - shown <= hidden ? 'enough' : n - shown]).toEqual([n, seed, 'enough'])
        }
        const figure = drawn(200, seed)
        const ids = new Set(label(figure, names).map(({ id }) => id))
        const missing = figure.nodes.slice(0, 25).filter(({ id }) => !ids.has(id))
        expect([seed, missing.map(({ id }) => id)]).toEqual([seed, []])
      }
    },
  )

  it('are placed the same each time', () => {
    const figure = drawn(50, 1)
    expect(label(figure, 'en')).toEqual(label(figure, 'en'))
  })

  it('say names of every kind in full', () => {
    const kinds = [
      'The “Quoted” & <Marked> \'Institute\' "of" Signs',
      '国家自然科学基金委员会重大研究计划指导专家组',
      'Institute 🧪 of 🔬 Emoji',
      'Institut für die Erforschung sehr langer Namen und ihrer Darstellung in Abbildungen, Tafeln und Verzeichnissen aller Art',
      'معهد العلوم والتكنولوجيا המכון',
    ]
    const pairs = kinds.flatMap((name) =>
      kinds.map((nameZh, i) => ({ name, nameZh: `${nameZh} ${name.length}${i}` })),
    )
    const ids = new Map<string, number>()
    const figure = drawn(25, 1, ({ id }) => pairs[ids.set(id, ids.size).get(id)!]!)
    for (const names of ['en', 'zh', 'both'] as const) {
      const labels = label(figure, names)
      expect(faults(figure, labels)).toEqual([])
      expect(labels).toHaveLength(25)
      for (const { id, lines } of labels) {
        const node = figure.nodes.find((each) => each.id === id)!
        const said = lines.map(({ text }) => text).join('')
        const forms = formsOf(node, names).map((form) => form.replace(/\s/g, ''))
        expect(forms).toContain(said.replace(/\s/g, ''))
      }
    }
  })
})

describe('forms of a name', () => {
  it('leave out what stands in brackets, then all else', () => {
    const node = { name: 'University of Science and Technology (UST)', nameZh: '科技大学' }
    expect(formsOf(node, 'en')).toEqual([
      'University of Science and Technology (UST)',
      'University of Science and Technology',
      'UST',
    ])
    expect(formsOf(node, 'zh')).toEqual(['科技大学'])
    expect(formsOf(node, 'both').at(0)).toBe('科技大学\nUniversity of Science and Technology (UST)')
    expect(formsOf({ name: 'MIT', nameZh: null }, 'both')).toEqual(['MIT'])
  })

  it('are no places in brackets, and none that another node has too', () => {
    const place = 'China University of Geosciences (Beijing)'
    expect(formsOf({ name: place, nameZh: null }, 'en')).toEqual([place])
    expect(formsOf({ name: place, nameZh: '中国地质大学（北京）' }, 'zh')).toEqual(['中国地质大学（北京）'])
    expect(
      tellingForms([
        ['North University (UST)', 'North University', 'UST'],
        ['South University (UST)', 'South University', 'UST'],
        ['South University'],
      ]),
    ).toEqual([
      ['North University (UST)', 'North University'],
      ['South University (UST)'],
      ['South University'],
    ])
  })
})

describe('lines that are read from the right', () => {
  it('are anchored at their middle', () => {
    const figure = drawn(5, 1, () => ({ name: 'معهد العلوم والتكنولوجيا', nameZh: null }))
    const labels = label(figure, 'en')
    expect(labels).toHaveLength(5)
    for (const { anchor, x, box } of labels)
      expect([anchor, x]).toEqual(['middle', expect.closeTo((box[0] + box[2]) / 2, 9)])
  })
})

describe('lines of a label', () => {
  const lines = (text: string, width: number, most = 3) => wrapLabel(text, { size: 10, width, most, measure })

  it('are about equally long and lose nothing', () => {
    const wrapped = lines('University of Science and Technology of the North', 130)!
    expect(wrapped.join(' ')).toBe('University of Science and Technology of the North')
    const widths = wrapped.map((line) => measure(line, 10, 600))
    expect(Math.max(...widths)).toBeLessThanOrEqual(130)
    expect(Math.min(...widths)).toBeGreaterThan(0.5 * Math.max(...widths))
  })

  it('break Chinese anywhere, but not before a closing sign', () => {
    const wrapped = lines('国家自然科学基金，委员会', 85)!
    expect(wrapped.join('')).toBe('国家自然科学基金，委员会')
    expect(wrapped.every((line) => !/^[，。）]/.test(line))).toBe(true)
  })

  it('are not more than allowed', () => {
    expect(lines('one two three four five six seven eight nine ten', 30)).toBeNull()
  })
})
