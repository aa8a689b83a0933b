/** The figure of one page of a comparison. */
import type { Room } from '../frame.ts'
import type { Part } from '../parts.ts'
import type { PlateOptions, PlateWords } from '../plate.ts'
import { legendLine } from './legend.ts'
import type { ComparePage } from './pages.ts'
import { legendHeight, panelsOn } from './pages.ts'
import { leastPanelsHeight, panelParts } from './panels.ts'
import type { CompareSpec } from './spec.ts'
import type { TablePlan } from './table.ts'
import { planTable, tableHeightOf, tableParts } from './table.ts'

export interface CompareBody {
  parts: Part[]
  /** How its table was cut to the width; null of a page without one. */
  plan: TablePlan | null
}

/** Charts are at most so high, in parts of their words' size, however large the sheet. */
const MOST_CHART = 26

export function bodyParts(
  spec: CompareSpec,
  page: ComparePage,
  room: Room,
  words: PlateWords,
  options: PlateOptions,
): CompareBody {
  const { of, columns, others } = page
  const { frame, type } = room
  const size = type.label
  const legend = legendLine(spec, words, room, options)
  const top = legend.inFrame ? legendHeight(size) : 0
  const box = { ...frame, y: frame.y + top, height: frame.height - top }
  if (of === 'table') {
    const plan = planTable(spec, others, box, size, options)
    return { parts: [...legend.parts, ...tableParts(spec, plan, box, size, options)], plan }
  }
  const panels = panelsOn(spec, page)
  if (!panels) return { parts: legend.parts, plan: null }
  const shown = panels.panels.filter((_, at) => page.panels.includes(at))
  const asked = { panels, shown, cities: spec.cities, size, columns, options }
  if (of !== 'both') {
    const height = Math.min(box.height, Math.ceil(shown.length / columns) * MOST_CHART * size)
    return { parts: [...legend.parts, ...panelParts({ ...asked, box: { ...box, height } })], plan: null }
  }
  const gap = size
  const forTable = box.height - leastPanelsHeight(size, spec.cities.length, 1) - gap
  const tableBox = { width: box.width, height: Math.min(tableHeightOf(size, spec.rows.length), forTable) }
  const plan = planTable(spec, others, tableBox, size, options)
  const height = box.height - plan.height - gap
  const below = { x: box.x, y: box.y + box.height - plan.height }
  return {
    parts: [
      ...legend.parts,
      ...panelParts({ ...asked, box: { ...box, height } }),
      ...tableParts(spec, plan, below, size, options),
    ],
    plan,
  }
}
