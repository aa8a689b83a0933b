import { describe, expect, it } from 'vitest'
import type { FigureOffer } from '../../stores/useExport.ts'
import { fitted, formatsOf, graphInput, shapeOf } from './drawn.ts'
import { kindOf } from './figure-kinds.ts'
import { PRESETS } from './presets.ts'

const drawing = {
  network: { of: 'institutions', input: { dataset: 'sample', city: 'beijing' } },
  pins: [{ id: 'I1', x: 10, y: 20 }],
  hidden: ['I2'],
  seed: 7,
} as const
const NETWORK = { of: 'network', drawing, colour: 'sector' } as unknown as FigureOffer
const BARS: FigureOffer = { of: 'ranking-bars', input: { dataset: 'sample' } }

const rowsOf = (figure: unknown) => kindOf(figure as FigureOffer).rows(figure as FigureOffer)

describe('figures with a shape of their own', () => {
  it('keep their shape at every size; others take the size that is asked', () => {
    expect(shapeOf(BARS, 0.9)).toBeNull()
    expect(shapeOf(NETWORK, null)).toBe(0.64)
    expect(shapeOf(NETWORK, 726 / 1134)).toBe(0.64)
    expect(shapeOf(NETWORK, 0.80412)).toBe(0.804)
    expect(PRESETS.map((each) => fitted(each, 0.64).height)).toEqual([192, 97.3, 108.8, 173.4])
    expect(fitted(PRESETS[0], null)).toEqual({ width: 300, height: 162 })
  })

  it('come as graphs where they are networks, with pins, hidden nodes and seed as they are seen', () => {
    expect(formatsOf(BARS)).toEqual(['png', 'svg'])
    expect(formatsOf(NETWORK)).toEqual(['png', 'svg', 'graphml', 'gexf', 'vosviewer', 'json'])
    expect(graphInput(NETWORK, 'gexf', { language: 'en' })).toEqual({
      drawing,
      format: 'gexf',
      colour: 'sector',
      language: 'en',
    })
    expect(graphInput({ ...NETWORK, colour: 'none' } as FigureOffer, 'gexf', {})?.colour).toBe('cluster')
    expect(graphInput(NETWORK, 'png', {})).toBeNull()
    expect(graphInput(BARS, 'gexf', {})).toBeNull()
  })

  it('cite the rows that they draw', () => {
    expect(rowsOf(BARS)).toEqual({ of: 'rankings', input: { dataset: 'sample' } })
    expect(rowsOf(NETWORK)).toEqual({ of: 'network', part: 'nodes', drawing })
    const panels = [{ of: 'cities', input: { from: 2019, to: 2019 } }]
    const years = { of: 'network-multiples', drawing: { panels, base: { from: 2019, to: 2023 }, seed: 2 } }
    expect(rowsOf(years)).toMatchObject({
      drawing: { seed: 2, network: { of: 'cities', input: { from: 2019, to: 2023 } } },
    })
    const cities = { of: 'network-multiples', drawing: { panels } }
    expect(rowsOf(cities)).toBeNull()
  })
})
