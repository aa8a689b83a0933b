import { describe, expect, it } from 'vitest'
import { resourcesDir } from '../../app-info.ts'
import { parseFont, RecordingContext } from './recording-context.ts'
import type { PathItem, TextItem } from '../../../shared/figures/scene.ts'
import { loadTextMetrics } from '../../drawing/text-metrics.ts'

const metrics = loadTextMetrics(`${resourcesDir}/fonts`)
const make = () => new RecordingContext(100, 50, metrics, 1)

describe('the recording context', () => {
  it('divides the ratio out of what Chart.js sets', () => {
    const ctx = new RecordingContext(100, 50, metrics, 2)
    ctx.setTransform(2, 0, 0, 2, 0, 0)
    ctx.fillRect(1, 2, 3, 4)
    expect((ctx.items[0] as PathItem).d).toBe('M1 2L4 2L4 6L1 6Z')
  })

  it('keeps and brings back styles, transformation and clip', () => {
    const ctx = make()
    ctx.save()
    ctx.fillStyle = '#ff0000'
    ctx.setLineDash([1, 2])
    ctx.translate(10, 0)
    ctx.beginPath()
    ctx.rect(0, 0, 5, 5)
    ctx.clip()
    ctx.fillRect(0, 0, 1, 1)
    ctx.restore()
    ctx.fillRect(0, 0, 1, 1)
    const [first, second] = ctx.items as PathItem[]
    expect(first).toMatchObject({ fill: '#ff0000', clip: { d: 'M10 0L15 0L15 5L10 5Z', within: null } })
    expect(second).toMatchObject({ fill: '#000000', clip: null, d: 'M0 0L1 0L1 1L0 1Z' })
    expect(ctx.getLineDash()).toEqual([])
  })

  it('draws circles as curves through the right points', () => {
    const ctx = make()
    ctx.beginPath()
    ctx.arc(10, 10, 5, 0, 2 * Math.PI)
    ctx.fill()
    const { d } = ctx.items[0] as PathItem
    expect(d.startsWith('M15 10C')).toBe(true)
    expect(d.match(/C/g)).toHaveLength(4)
    for (const through of ['10 15', '5 10', '10 5']) expect(d).toContain(through)
  })

  it('forgets all when the canvas is cleared', () => {
    const ctx = make()
    ctx.fillText('a', 0, 0)
    ctx.clearRect()
    expect(ctx.items).toEqual([])
  })

  it('makes one text of a rim and its letters, on the alphabetic baseline', () => {
    const ctx = make()
    ctx.font = "600 10px 'Science Cities Sans', sans-serif"
    ctx.textBaseline = 'middle'
    ctx.textAlign = 'center'
    ctx.strokeStyle = '#ffffff'
    ctx.strokeText('北京', 50, 20)
    ctx.fillText('北京', 50, 20)
    expect(ctx.items).toHaveLength(1)
    expect(ctx.items[0] as TextItem).toMatchObject({
      text: '北京',
      anchor: 'middle',
      weight: 600,
      stroke: '#ffffff',
      fill: '#000000',
    })
    // 0.28 em below the middle, then on the nearest device pixel.
    expect((ctx.items[0] as TextItem).y).toBe(23)
  })

  it('turns text with the canvas', () => {
    const ctx = make()
    ctx.rotate(Math.PI / 2)
    ctx.fillText('a', 10, 0)
    const item = ctx.items[0] as TextItem
    expect(item.turn?.map((part) => Math.round(part))).toEqual([0, 1, -1, 0])
    expect([Math.round(item.x), Math.round(item.y)]).toEqual([0, 10])
  })

  it('reads size and weight of a font', () => {
    expect(parseFont("600 13.5px 'Science Cities Sans'")).toEqual({ size: 13.5, weight: 600 })
    expect(parseFont('normal 12px sans-serif')).toEqual({ size: 12, weight: 400 })
  })
})

describe('text widths', () => {
  it('are the font’s, kerning included, digits alike', () => {
    expect(metrics.width('北京', 10, 400)).toBe(20)
    for (const digit of '0123456789') expect(metrics.width(digit, 10, 600)).toBe(6)
    expect(metrics.width('To', 100, 400)).toBeLessThan(
      metrics.width('T', 100, 400) + metrics.width('o', 100, 400),
    )
  })

  it('know what the font has', () => {
    expect(metrics.covers('北京 東京 서울 Zürich Łódź Ελλάδα Đà Nẵng ≈ ≥ ÷ − † ‡ ▲ ▼', 600)).toBe(true)
    expect(metrics.covers('龘', 600)).toBe(false)
    expect(metrics.covers('عربي', 400)).toBe(false)
  })
})
