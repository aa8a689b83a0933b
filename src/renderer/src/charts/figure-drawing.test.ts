import { expect, it } from 'vitest'
import { isReactive, reactive } from 'vue'
import { rankingBars } from '../../../shared/figures/ranking-bars.ts'
import { list, OPTIONS } from '../../../shared/figures/test-data.ts'
import { figureDrawing } from './figure-drawing.ts'

const spec = rankingBars(list(), { ...OPTIONS, top: 2 })
const options = { theme: 'light', width: 320, words: false, ratio: 2 } as const

it('is a chart of the size that the figure wants, at the pixel ratio of the page', () => {
  const { chart, width, height } = figureDrawing(document.body, spec, options)
  expect(chart.type).toBe('bar')
  expect(chart.options).toMatchObject({ devicePixelRatio: 2, responsive: false, animation: false })
  expect(width).toBe(320)
  expect(height).toBeGreaterThan(0)
  expect(figureDrawing(document.body, spec, { ...options, height: 400 }).height).toBe(400)
})

it('has a canvas of its own each time, and nothing that a component would watch to its depth', () => {
  const first = figureDrawing(document.body, spec, options)
  expect(figureDrawing(document.body, spec, options).key).not.toBe(first.key)
  const { chart } = reactive(first)
  expect(isReactive(chart.data)).toBe(false)
  expect(isReactive(chart.options)).toBe(false)
})
