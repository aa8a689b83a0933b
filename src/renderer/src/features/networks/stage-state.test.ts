import { describe, expect, it } from 'vitest'
import { stageState } from './stage-state.ts'
import { testDrawing } from './test-drawing.ts'

const full = testDrawing(6)
const hidden = [{ id: 'I9', name: 'Institute 9', nameZh: null }]

describe('what is said over a figure', () => {
  it('is nothing where there are nodes and pairs', () => {
    expect(stageState(full)).toBeNull()
  })

  it('tells an empty figure from one whose nodes are all hidden', () => {
    expect(stageState({ ...full, nodes: [], edges: [], edgesOf: 0 })).toEqual({ kind: 'none' })
    expect(stageState({ ...full, nodes: [], edges: [], hidden })).toEqual({ kind: 'all-hidden' })
  })

  it('names the one node, unless others are hidden', () => {
    const one = testDrawing(1)
    expect(stageState(one)).toEqual({ kind: 'alone', id: 'I1' })
    expect(stageState({ ...one, hidden })).toEqual({ kind: 'edgeless' })
  })

  it('tells a threshold that cuts all from nodes that never worked together', () => {
    const filters = { ...full.filters, minScore: 500 }
    const histogram = { edges: [1, 10, 100], counts: [2, 3] }
    expect(stageState({ ...full, edges: [], filters, histogram })).toEqual({ kind: 'cut', least: 10 })
    expect(stageState({ ...full, edges: [], edgesOf: 0, filters })).toEqual({ kind: 'edgeless' })
  })
})
