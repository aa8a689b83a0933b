import { Window } from 'happy-dom'
import { describe, expect, test } from 'vitest'
import type { GraphFile } from './graph-file.ts'
import { toGexf } from './gexf.ts'
import { toGraphml } from './graphml.ts'
import { toVosviewer } from './vosviewer.ts'

const NAMES = [
  'A & B <Institute> "quoted" ’s',
  '北京大学 🔬 𠮷',
  'line\nbreak\tand tab',
  'bell \u0007 and half \ud83d of a pair',
  "מכון ויצמן =1+1 'apostrophe' ]]>",
]

const node = (i: number) => ({
  id: `I${i}&"`,
  name: NAMES[i] as string,
  nameZh: null,
  within: null,
  region: 'CN',
  sector: i === 0 ? null : 'education',
  share: 100.125 / (i + 1),
  count: 200 - i,
  x: 100.123456789 * (i + 1),
  y: 50.5 * (i + 1),
  r: 12.25 / (i + 1),
  pinned: false,
  cluster: i % 2,
  links: 9,
  degree: 4,
  weightedDegree: 12.5,
  betweenness: 0.25,
  label: NAMES[i] as string,
  colour: '#0072b2',
  group: (i % 2) + 1,
})

const graph: GraphFile = {
  title: 'Title <b> & "x"',
  description: 'Source: a <b>\nLayout seed: 1',
  date: '2025-01-01',
  item: 'institution',
  nodes: NAMES.map((_, i) => node(i)),
  edges: [
    { a: node(0).id, b: node(1).id, score: 12.345678, articles: 20, width: 9, weight: 8 },
    { a: node(1).id, b: node(4).id, score: 0.001, articles: 1, width: 0.01, weight: 0.0006 },
  ],
}
/** What comes back of the names: halves of pairs and control characters are seen as U+FFFD. */
const expected = NAMES.map((name) => name.replace('\u0007', '\ufffd').replace('\ud83d ', '\ufffd '))

function parse(xml: string) {
  const parsed = new new Window().DOMParser().parseFromString(xml, 'application/xml')
  expect(parsed.querySelector('parsererror')).toBeNull()
  return parsed
}

test('the parser of these tests tells broken XML', () => {
  const broken = new new Window().DOMParser().parseFromString('<a><b></a>', 'application/xml')
  expect(broken.querySelector('parsererror')).not.toBeNull()
})

describe('GEXF', () => {
  const document = parse(toGexf(graph))
  test('keeps names, numbers and places, with y upwards', () => {
    const nodes = [...document.getElementsByTagName('node')]
    expect(nodes.map((each) => each.getAttribute('label'))).toEqual(expected)
    expect(nodes.map((each) => each.getAttribute('id'))).toEqual(graph.nodes.map(({ id }) => id))
    const places = [...document.getElementsByTagName('viz:position')]
    expect(places.map((each) => Number(each.getAttribute('x')))).toEqual(graph.nodes.map(({ x }) => x))
    expect(places.map((each) => Number(each.getAttribute('y')))).toEqual(graph.nodes.map(({ y }) => -y))
    const shares = [...document.querySelectorAll('attvalue')].filter(
      (each) => each.getAttribute('for') === 'share',
    )
    expect(shares.map((each) => Number(each.getAttribute('value')))).toEqual(
      graph.nodes.map(({ share }) => share),
    )
  })

  test('has the weight scaled and the exact score', () => {
    const edges = [...document.getElementsByTagName('edge')]
    expect(edges.map((each) => Number(each.getAttribute('weight')))).toEqual([8, 0.0006])
    const scores = [...document.querySelectorAll('attvalue')].filter(
      (each) => each.getAttribute('for') === 'score',
    )
    expect(scores.map((each) => Number(each.getAttribute('value')))).toEqual([12.345678, 0.001])
  })

  test('leaves the date out where none is given', () => {
    expect(toGexf({ ...graph, date: undefined })).not.toContain('lastmodifieddate')
  })
})

test('GraphML keeps names, numbers and places', () => {
  // The parser of the tests knows no dots in names of attributes.
  const document = parse(toGraphml(graph).replaceAll(' attr.', ' attr-'))
  const data = (key: string) =>
    [...document.querySelectorAll('data')]
      .filter((each) => each.getAttribute('key') === key)
      .map((each) => each.textContent)
  expect(data('label')).toEqual(expected)
  expect(data('x').map(Number)).toEqual(graph.nodes.map(({ x }) => x))
  expect(data('y').map(Number)).toEqual(graph.nodes.map(({ y }) => -y))
  expect(data('score').map(Number)).toEqual([12.345678, 0.001])
  expect(data('description')).toEqual([graph.description])
  expect(data('sector')).toHaveLength(4)
  const keys = [...document.querySelectorAll('key')].map((each) => each.getAttribute('id'))
  expect(new Set(keys).size).toBe(keys.length)
})

test('VOSviewer reads labels as HTML, so they have no angle brackets; clusters count from 1', () => {
  const text = toVosviewer(graph)
  expect(text).not.toMatch(/[<>]/)
  const { network, info } = JSON.parse(text)
  expect(network.items.map(({ label }: { label: string }) => label)).toContain(
    'A & B ‹Institute› "quoted" ’s',
  )
  expect(network.items[0]).toMatchObject({
    cluster: 1,
    weights: { Share: 100.125, Count: 200 },
    y: -50.5 / 500,
  })
  expect(network.links[0]).toMatchObject({ strength: 12.345678 })
  expect(info.description).toContain('Layout seed: 1')
})
