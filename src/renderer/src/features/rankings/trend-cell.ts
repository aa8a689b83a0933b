/** A row's Share by year as a small line, of few elements: they come and go with every frame of a scroll. */
import type { VNode } from 'vue'
import { h } from 'vue'
import type { TrendLine } from './useTrend.ts'
import { TREND_SIZE } from './useTrend.ts'

const { width, height } = TREND_SIZE
const FOOT = `M0 ${height - 2.5}H${width}`

export function trendCell(line: TrendLine | null, isSample: boolean): VNode {
  if (!line) return h('td', { role: 'gridcell', class: 'c-trend' })
  const { path, dot, says } = line
  const marks = [h('path', { class: 'spark__foot', d: FOOT }), h('path', { d: path, fill: 'none' })]
  const kind = isSample ? 'is-hollow is-year' : 'is-year'
  if (dot) marks.push(h('circle', { class: kind, cx: dot.x, cy: dot.y, r: 2.6 }))
  const box = {
    class: 'spark',
    role: 'img',
    'aria-label': says,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
  }
  return h('td', { role: 'gridcell', class: 'c-trend', title: says }, [h('svg', box, marks)])
}
