import { describe, expect, it } from 'vitest'
import type { MapDrawing } from '../../../shared/contract/drawings.ts'
import { readCurve } from '../../../shared/figures/map/curve.ts'
import { legendOn, mapScene } from '../../../shared/figures/map/scene.ts'
import { writeSvg } from '../../export/figure/svg.ts'
import { useMaps } from './test-maps.ts'

const { draw } = useMaps()
const around = (focus: string, more = {}) => draw({ dataset: 'sample', focus, ...more })
const svgOf = (map: MapDrawing) =>
  writeSvg(mapScene(map, { theme: 'light', transparent: false }), {
    width: '1000',
    height: String(map.frame.height),
    language: 'en',
    title: map.words.title,
    description: '',
    citation: [],
    covers: () => true,
  })

describe('the map of an index', () => {
  it('draws circles whose area is their Share, on the picture itself', async () => {
    const map = await around('beijing')
    const circles = [
      ...svgOf(map).matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"[^>]*data-id="([^"]+)"/g),
    ]
    expect(circles.length).toBe(map.cities.reduce((sum, { at }) => sum + at.length, 0))
    const shares = new Map(map.cities.map(({ id, share }) => [id, share]))
    for (const [, , , r, id] of circles) {
      expect(Number(r) ** 2 / (shares.get(id ?? '') ?? NaN)).toBeCloseTo(map.areaScale ** 2, 4)
    }
    expect(map.cities[0]?.r).toBeCloseTo(20)
  })

  it('joins the focus to its strongest partners, the width their score', async () => {
    const map = await around('beijing', { partners: 12 })
    const world = map.arcs.filter(({ view }) => view === 0)
    expect(world).toHaveLength(12)
    expect(map.partnersOf).toBeGreaterThan(12)
    const byScore = map.cities
      .filter(({ score }) => score !== null)
      .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
    expect(world.map(({ b }) => b).reverse()).toEqual(byScore.slice(0, 12).map(({ id }) => id))
    const cities = new Map(map.cities.map((city) => [city.id, city]))
    for (const { a, b, view, d, score, width } of map.arcs) {
      expect(a).toBe('beijing')
      expect(width / score).toBeCloseTo(map.widthScale, 9)
      expect(score).toBe(cities.get(b)?.score)
      const curve = readCurve(d)
      for (const [id, end] of [
        [a, curve?.from],
        [b, curve?.to],
      ] as const) {
        const place = cities.get(id)?.at.find((each) => each.view === view)
        expect(end?.[0]).toBeCloseTo(place?.x ?? NaN, 0)
        expect(end?.[1]).toBeCloseTo(place?.y ?? NaN, 0)
      }
    }
    expect(Math.max(...map.arcs.map(({ width }) => width))).toBeCloseTo(5)
  })

  it('draws partners that are not among the leading cities, and says so', async () => {
    const map = await around('beijing', { top: 3, partners: 8 })
    expect(map.cities.length).toBeGreaterThan(3)
    expect(map.arcs.filter(({ view }) => view === 0)).toHaveLength(8)
    expect(map.words.subtitle).toContain(`and ${map.cities.length - 3} more by link`)
    const shares = map.cities.map(({ share }) => share)
    expect(shares).toEqual(shares.toSorted((a, b) => b - a))
  })

  it('leaves out arcs below the smallest score, and all where none are asked', async () => {
    const whole = await around('beijing')
    const least = whole.arcs.at(-1)?.score ?? 0
    const few = await around('beijing', { minScore: least })
    expect(new Set(few.arcs.map(({ b }) => b)).size).toBe(1)
    const none = await around('beijing', { partners: 0 })
    expect(none.arcs).toEqual([])
    expect(none.partnersOf).toBe(whole.partnersOf)
    const plain = await draw({ dataset: 'sample' })
    expect(plain).toMatchObject({ arcs: [], partnersOf: null, widthScale: 0 })
    expect(plain.legend.widths).toEqual([])
  })

  it('sums a period, and keeps to a region', async () => {
    const [year, period] = [await around('nanjing'), await around('nanjing', { from: 2019, year: 2023 })]
    const share = (map: MapDrawing) => map.cities.find(({ id }) => id === 'nanjing')?.share ?? NaN
    expect(share(period)).toBeGreaterThan(2 * share(year))
    expect(period.words.legendArea).toContain('2019–2023')
    const china = await around('nanjing', { region: 'CN' })
    expect(new Set(china.cities.map(({ region }) => region))).toEqual(new Set(['CN']))
    expect(china.views.map(({ id }) => id)).toEqual(['world', 'east-asia'])
    expect(china.partnersOf).toBeLessThan(year.partnersOf ?? 0)
  })

  it('shows a frame only where two cities stand in it', async () => {
    const map = await draw({ dataset: 'sample', top: 1 })
    expect(map.views.map(({ id }) => id)).toEqual(['world'])
    expect(map.frame.height).toBeLessThan(600)
  })

  it('is the same each time, small, and within its frame', async () => {
    const [one, other] = [await around('beijing'), await around('beijing')]
    expect(JSON.stringify(one)).toBe(JSON.stringify(other))
    expect(JSON.stringify(one).length).toBeLessThan(200_000)
    expect(svgOf(one).length).toBeLessThan(200_000)
    expect(one.views.every(({ land }) => land.length > 2000)).toBe(true)
    for (const { at, r } of one.cities) expect(at.length > 0 && r > 0).toBe(true)
  })

  it('keeps the legend off circles and arcs', async () => {
    for (const focus of ['beijing', 'melbourne', 'singapore', 'sydney']) {
      const map = await around(focus)
      const { x, y, width, height } = legendOn(map)
      for (const { at, r } of map.cities) {
        for (const place of at.filter(({ view }) => view === 0)) {
          const dx = place.x - Math.max(x, Math.min(x + width, place.x))
          const dy = place.y - Math.max(y, Math.min(y + height, place.y))
          expect(dx * dx + dy * dy).toBeGreaterThan(r * r)
        }
      }
    }
  })

  it('fails with a clear code on what it does not know', async () => {
    await expect(around('atlantis')).rejects.toMatchObject({ code: 'city-unknown' })
    await expect(draw({ dataset: 'sample', region: 'AQ' })).rejects.toMatchObject({ code: 'region-unknown' })
    await expect(draw({ dataset: 'sample', year: 1950 })).rejects.toMatchObject({ code: 'year-unknown' })
    const refused = await draw({ region: 'AQ' }).catch((error) => error)
    expect(refused).toMatchObject({ code: 'region-unknown' })
    const { suggestions } = refused.details
    expect(new Set(suggestions).size).toBe(suggestions.length)
    await expect(draw({ focus: 'atlantis' })).rejects.toMatchObject({ code: 'city-unknown' })
  })
})

/** Boxes of labels against each other, the circles and the legend of their view. */
function collisionsOf(map: MapDrawing): string[] {
  return map.views.flatMap(({ labels, place }, view) => {
    const circles = map.cities.flatMap(({ id, at, r }) =>
      at.filter((each) => each.view === view).map(({ x, y }) => ({ id, x, y, r })),
    )
    return labels.flatMap(({ id, box: [left, top, right, bottom] }, i) => {
      const boxes = labels
        .slice(i + 1)
        .filter(({ box: [l, t, r, b] }) => l < right && left < r && t < bottom && top < b)
      const hit = circles.filter(({ x, y, r }) => {
        const dx = x - Math.max(left, Math.min(right, x))
        const dy = y - Math.max(top, Math.min(bottom, y))
        return dx * dx + dy * dy < r * r
      })
      const out =
        left < place.x || top < place.y || right > place.x + place.width || bottom > place.y + place.height
      return [...boxes, ...hit]
        .map((other) => `${view}: ${id} on ${other.id}`)
        .concat(out ? [`${id} outside`] : [])
    })
  })
}

describe('the names on a map', () => {
  it('touch neither each other nor a circle, in any language', async () => {
    for (const names of ['en', 'zh', 'both'] as const) {
      for (const labels of ['name', 'share'] as const) {
        const input = { names, labels, from: 2021, year: 2023 }
        expect(collisionsOf(await around('beijing', input)), `${names} ${labels}`).toEqual([])
        expect(collisionsOf(await draw({ names, labels })), `${names} ${labels} of the edition`).toEqual([])
      }
    }
  })

  it('stand beside most circles, the focus and its partners first', async () => {
    const map = await around('beijing')
    const named = new Set(map.views.flatMap(({ labels }) => labels.map(({ id }) => id)))
    expect(named.size).toBe(map.labelsShown)
    expect(map.words.source).toContain(`Labels shown: ${map.labelsShown} of ${map.cities.length}.`)
    expect(map.labelsShown).toBeGreaterThan(0.8 * map.cities.length)
    expect(map.arcs.filter(({ b }) => !named.has(b)).map(({ b, view }) => `${b} ${view}`)).toEqual([])
    expect(named.has('beijing')).toBe(true)
    expect((await draw({})).labelsShown).toBeGreaterThanOrEqual(85)
  })

  it('are those asked for', async () => {
    const said = async (input: Parameters<typeof draw>[0]) =>
      (await draw(input)).views.flatMap(({ labels }) =>
        labels.map(({ lines }) => lines.map(({ text }) => text).join('/')),
      )
    expect(await said({ language: 'zh' })).toContain('新加坡')
    expect(await said({ language: 'zh', names: 'en' })).toContain('Singapore')
    expect(await said({ names: 'both' })).toContain('新加坡/Singapore')
    expect(await said({ labels: 'share' })).toContain('Singapore/542.59')
    expect(await said({ labels: 'none' })).toEqual([])
  })
})

describe('the map of an edition', () => {
  it('has all hundred circles and no arc, and says why', async () => {
    const map = await draw({ focus: 'Beijing' })
    expect(map.cities).toHaveLength(100)
    expect(map).toMatchObject({
      arcs: [],
      partnersOf: null,
      unplaced: [],
      provenance: 'printed',
      citiesOf: 100,
    })
    expect(map.cities[0]).toMatchObject({ id: 'beijing', share: 4259.39, count: 9180, score: null })
    expect(map.words.subtitle).toContain('scores between cities were not published')
    expect(map.views.slice(1).map(({ cities }) => cities)).toEqual([25, 34, 24])
    expect((await draw({ language: 'zh' })).words.subtitle).toContain('未发表')
  })

  it('has nothing to draw where no Share was published, and no period', async () => {
    const map = await draw({ subject: 'chemistry', year: 2023, region: 'IL' })
    expect(map).toMatchObject({ cities: [], citiesOf: 0, finding: null, labelsShown: 0 })
    expect(svgOf(map)).toContain('</svg>')
    await expect(draw({ from: 2020 })).rejects.toMatchObject({ code: 'not-computed' })
  })
})
