import { assert, double, array, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FigureOf } from '../../../../shared/contract/exports.ts'
import { figureRequest } from '../../../../shared/contract/figures.ts'
import { FIGURE_PRESET_NAMES, FIGURE_PRESETS } from '../../../../shared/domain/figure-presets.ts'
import { LANGUAGES } from '../../../../shared/domain/language.ts'
import type { PicturePart } from '../../../../shared/plates/parts.ts'
import type { Plate } from '../../../../shared/plates/plate.ts'
import { plateLegend } from '../../../drawing/network/drawing-for.ts'
import { drawNetwork } from '../../../drawing/network/draw-network.ts'
import { useMaps } from '../../../drawing/map/test-maps.ts'
import { makePlates } from './index.ts'
import { lookOf, outside, textsOf, touching } from './test-look.ts'

const { context } = useMaps()
const ego = figureRequest.parse({
  of: 'network',
  drawing: { network: { of: 'ego', input: { dataset: 'sample', kind: 'city', centre: 'Beijing', top: 15 } } },
}) as FigureOf<'network'>
const cities = figureRequest.parse({
  of: 'network',
  colour: 'cluster',
  drawing: { network: { of: 'cities', input: { dataset: 'sample', top: 40, strongest: 3 } } },
}) as FigureOf<'network'>
const multiples = figureRequest.parse({
  of: 'network-multiples',
  drawing: {
    panels: [2019, 2021, 2023].map((year) => ({
      of: 'cities',
      input: { dataset: 'sample', top: 10, from: year, to: year },
    })),
  },
}) as FigureOf<'network-multiples'>
const map = figureRequest.parse({ of: 'map', drawing: {} }) as FigureOf<'map'>
const links = figureRequest.parse({
  of: 'map',
  drawing: { dataset: 'sample', focus: 'Beijing', top: 40 },
}) as FigureOf<'map'>

const plateOf = async (figure: Parameters<typeof makePlates>[0], ...look: Parameters<typeof lookOf>) =>
  (await makePlates(figure, lookOf(...look), context)).plates[0] as Plate
const pictureOf = ({ parts }: Plate) => parts.find((part): part is PicturePart => part.kind === 'picture')

describe.each([
  ['a network around a city', ego],
  ['a network of cities', cities],
  ['several networks', multiples],
  ['a map', map],
  ['a map of links', links],
])('%s', (_name, figure) => {
  it.each(FIGURE_PRESET_NAMES)('on %s: no text too small, none on another, none outside', async (preset) => {
    const { type } = FIGURE_PRESETS[preset]
    // A layout takes its time: slides are tried in both languages, of the others each in one.
    const only = LANGUAGES[FIGURE_PRESET_NAMES.indexOf(preset) % 2]
    for (const language of LANGUAGES.filter((each) => preset.startsWith('slide') || each === only)) {
      const plate = await plateOf(figure, preset, { language, theme: language === 'zh' ? 'dark' : 'light' })
      const texts = textsOf(plate)
      for (const { size, text } of texts) expect(size, text).toBeGreaterThanOrEqual(type.least)
      expect(touching(texts)).toEqual([])
      expect(outside(plate)).toEqual([])
      expect(plate.alt.length).toBeLessThanOrEqual(300)
      // What the drawing says of itself is told around it, at the plate's own sizes.
      const drawn = pictureOf(plate)?.scene.items.flatMap((item) => (item.type === 'text' ? [item.size] : []))
      expect(drawn?.every((size) => size >= type.label - 1e-9)).toBe(true)
    }
  })
})

describe('a network on a slide', () => {
  it('numbers the strongest pairs of the node being read, with the scores of the drawing', async () => {
    const plate = await plateOf(ego, 'slide-full')
    const drawing = drawNetwork({ ...ego.drawing, language: 'en' }, context)
    const own = drawing.edges.filter(({ a, b }) => [a, b].includes(drawing.filters.centre ?? ''))
    const scores = plate.numbers.filter(({ label }) => label.includes('score')).map(({ value }) => value)
    expect(scores).toEqual(own.slice(0, scores.length).map(({ score }) => score))
    expect(scores.length).toBeGreaterThan(0)
    const texts = textsOf(plate).map(({ text }) => text)
    expect(texts.filter((text) => text === '1').length).toBeGreaterThanOrEqual(2)
    expect(plate.source).toContain(plate.labels.drawn === plate.labels.of ? 'All' : 'of')
  })

  it('leaves out names and scales where asked', async () => {
    const include = { ...lookOf('slide-full').include, labels: false, legend: false }
    const plate = await plateOf(ego, 'slide-full', { include })
    expect(pictureOf(plate)?.scene.items.some(({ type }) => type === 'text')).toBe(false)
    expect(textsOf(plate).map(({ text }) => text)).not.toContain('Width: collaboration score')
  })

  it('has circles and strokes from the largest to the smallest drawn in its scales', () => {
    const some = array(double({ min: 0.01, max: 9000, noNaN: true }), { minLength: 1, maxLength: 40 })
    assert(
      property(some, some, (shares, scores) => {
        const [least, greatest] = [Math.min(...scores), Math.max(...scores)]
        const { areas, widths } = plateLegend(shares, 2, { least, greatest }, 0.1)
        const values = areas.map(({ value }) => value)
        const [few, many] = [Math.min(...shares), Math.max(...shares)]
        expect(values[0]).toBeLessThanOrEqual(many * (1 + 1e-9))
        expect(values[0]).toBeGreaterThan(many * 0.9)
        if (many >= 1.1 * few) expect(values.at(-1)).toBeGreaterThanOrEqual(few * (1 - 1e-9))
        expect(values.at(-1)).toBeLessThanOrEqual(1.1 * few * (1 + 1e-9))
        expect(values.toSorted((a, b) => b - a)).toEqual(values)
        expect(widths.at(-1)?.value).toBeLessThanOrEqual(greatest * (1 + 1e-9))
        expect(widths.at(-1)?.value).toBeGreaterThan(greatest * 0.9)
        expect(values.length).toBeLessThanOrEqual(3)
      }),
    )
  })
})

describe('a map on a slide', () => {
  it('tells how many of the leading cities one region has, and how many stand outside its frames', async () => {
    const plate = await plateOf(map, 'slide-full')
    expect(plate.title).toBe('Nine of the 20 leading cities are in the Chinese mainland')
    const texts = textsOf(plate).map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining(['4,200', '160', 'Europe, 25', 'leading 20']))
    expect(texts.join(' ')).toMatch(/\d+ of the 100 cities lie in the frames/)
    expect(plate.labels.of).toBe(20)
    expect(plate.numbers[0]).toEqual({
      label: 'Beijing, Share, 2023',
      value: 4259.39,
      decimals: 2,
      of: 'printed',
    })
  })
})
