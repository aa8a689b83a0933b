import { describe, expect, it } from 'vitest'
import type { FigureOf } from '../../../../shared/contract/exports.ts'
import { figureRequest } from '../../../../shared/contract/figures.ts'
import { FIGURE_PRESET_NAMES, FIGURE_PRESETS } from '../../../../shared/domain/figure-presets.ts'
import { LANGUAGES } from '../../../../shared/domain/language.ts'
import type { BadgePart, ChartPart, Part } from '../../../../shared/plates/parts.ts'
import type { Plate } from '../../../../shared/plates/plate.ts'
import { useMaps } from '../../../drawing/map/test-maps.ts'
import { cityProfile } from '../../../queries/cities.ts'
import { comparePlates } from './compare.ts'
import type { MadePlates } from './maker.ts'
import { lookOf, outside, textsOf, touching } from './test-look.ts'

const { context } = useMaps()
const THREE = ['Beijing', 'Boston', 'London']
const SIX = [...THREE, 'Tokyo', 'Shanghai', 'New York']
const figureOf = (dataset: string | undefined, cities: string[], reference?: string) =>
  figureRequest.parse({
    of: 'compare',
    input: { ...(dataset && { dataset }), cities },
    reference,
  }) as FigureOf<'compare'>
const made = (figure: FigureOf<'compare'>, ...look: Parameters<typeof lookOf>) =>
  comparePlates(figure, lookOf(...look), context) as MadePlates
const badgesOf = ({ parts }: Plate) => parts.filter((part): part is BadgePart => part.kind === 'badge')
const chartsOf = (parts: readonly Part[]) => parts.filter((part): part is ChartPart => part.kind === 'chart')

const all = [
  ['sample', THREE],
  ['sample', SIX],
  ['science-cities-2024', THREE],
  ['science-cities-2024', SIX],
] as const

it('says what a dotted line means where ranks of years between are not known, and only there', () => {
  const saysDots = (dataset: string) =>
    made(figureOf(dataset, THREE), 'slide-full').plates.some(({ source }) =>
      source.includes('Dotted: no rank is known of the years between.'),
    )
  // Printed of Boston: 2017, 2019, 2021 and 2022; the sample ranks every year.
  expect(saysDots('science-cities-2024')).toBe(true)
  expect(saysDots('sample')).toBe(false)
})

describe.each(all)('a comparison in %s of %s', (dataset, cities) => {
  it.each(FIGURE_PRESET_NAMES)('on %s: no text too small, none on another, none outside', (preset) => {
    for (const language of LANGUAGES) {
      const { plates } = made(figureOf(dataset, [...cities]), preset, {
        language,
        theme: language === 'zh' ? 'dark' : 'light',
      })
      for (const plate of plates) {
        const texts = textsOf(plate)
        const { type } = FIGURE_PRESETS[preset]
        for (const { size, text } of texts) expect(size, text).toBeGreaterThanOrEqual(type.least)
        expect(touching(texts), `${plate.title}`).toEqual([])
        expect(outside(plate)).toEqual([])
        expect(plate.alt.length).toBeLessThanOrEqual(300)
      }
    }
  })

  it('has letters at least 25 units of a slide apart', () => {
    for (const plate of made(figureOf(dataset, [...cities]), 'slide-full').plates) {
      const badges = badgesOf(plate)
      badges.forEach((a, i) => {
        for (const b of badges.slice(i + 1))
          expect(Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))).toBeGreaterThanOrEqual(15 - 1e-6)
      })
    }
  })
})

describe('three cities of a sample on a slide', () => {
  it('stand on one plate with the numbers of the query', () => {
    const { plates, filters } = made(figureOf('sample', THREE), 'slide-full')
    expect(filters).toEqual({
      cities: ['beijing', 'boston', 'london'].map((id) => expect.stringContaining(id)),
      reference: 'beijing',
      year: 2023,
    })
    const [plate] = plates
    const profiles = THREE.map((city) => cityProfile({ dataset: 'sample', city, also: [] }, context))
    const [a, b] = profiles.map(({ headline }) => headline.share ?? 0) as [number, number]
    const numbers = new Map(plate?.numbers.map(({ label, value }) => [label, value]))
    expect(numbers.get('Beijing, Share, all subjects, 2023')).toBe(a)
    expect(numbers.get('Boston − Beijing, Share, all subjects, 2023')).toBe(b - a)
    const charts = chartsOf(plate?.parts ?? [])
    expect(charts.map(({ type }) => type)).toEqual([...Array<string>(6).fill('line'), 'xy'])
    const chemistry = charts[1]
    const series = profiles.map(({ series }) =>
      series.filter(({ subject }) => subject === 'chemistry').map(({ share }) => share),
    )
    expect(chemistry?.sheet.rows.map(([, ...values]) => values)).toEqual(
      series[0]?.map((_, i) => series.map((shares) => shares[i])),
    )
    // The five subjects share one scale.
    expect(new Set(charts.slice(1, 6).map(({ value }) => value.max)).size).toBe(1)
    const texts = textsOf(plate as Plate).map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining(['B − A', 'C − A', '= A']))
  })

  it('are measured against the reference asked for', () => {
    const { plates, filters } = made(figureOf('sample', THREE, 'London'), 'slide-full')
    expect(filters['reference']).toContain('london')
    expect(
      badgesOf(plates[0] as Plate)
        .slice(0, 3)
        .map(({ letter }) => letter),
    ).toEqual(['A', 'B', 'C'])
    expect(textsOf(plates[0] as Plate).map(({ text }) => text)).toContain('London')
    expect(plates[0]?.numbers.some(({ label }) => label.startsWith('Beijing − London'))).toBe(true)
  })

  it('become several plates where one cannot hold them: the table follows the lines', () => {
    for (const preset of ['slide-half', 'slide-4x3', 'a4-column'] as const) {
      const { plates } = made(figureOf('sample', THREE), preset)
      expect(plates.length).toBeGreaterThan(1)
      expect(plates[0]?.parts.some(({ kind }) => kind === 'table')).toBe(false)
      expect(plates.slice(1).some(({ parts }) => parts.some(({ kind }) => kind === 'table'))).toBe(true)
    }
    expect(
      made(figureOf('sample', SIX), 'slide-full').plates[0]?.parts.some(({ kind }) => kind === 'table'),
    ).toBe(false)
  })
})

describe('cities of an edition', () => {
  it('say what is not published, and never 0 in its place', () => {
    const [plate] = made(figureOf(undefined, THREE), 'slide-full').plates
    expect(plate?.title).toBe('Boston leads in biology and health')
    const texts = textsOf(plate as Plate).map(({ text }) => text)
    expect(texts).toContain('not published')
    expect(texts).toContain('676.43')
    expect(texts).toContain('−2,200.14')
    expect(texts).not.toContain('0.00')
    expect(plate?.numbers.every(({ of, label }) => of === 'printed' || label.includes('−'))).toBe(true)
  })

  it('have ranks of two scopes on two sides of a gap', () => {
    const [plate] = made(figureOf(undefined, THREE), 'slide-full').plates
    const [first] = chartsOf(plate?.parts ?? [])
    const gap = first?.sheet.rows.findIndex(([label]) => label === '') ?? -1
    expect(gap).toBeGreaterThan(0)
    expect(first?.sheet.rows[gap]?.slice(1).every((value) => value === null)).toBe(true)
  })
})
