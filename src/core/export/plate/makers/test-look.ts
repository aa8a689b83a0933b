/** Looks to ask makers with, and what the tests of their plates read. */
import { join } from 'node:path'
import { FIGURE_PRESETS } from '../../../../shared/domain/figure-presets.ts'
import type { FigurePresetName } from '../../../../shared/domain/figure-presets.ts'
import type { Rectangle } from '../../../../shared/plates/parts.ts'
import type { Plate } from '../../../../shared/plates/plate.ts'
import { plateScene } from '../../../../shared/plates/to-scene.ts'
import { linesOf } from '../../../../shared/figures/scene.ts'
import { textMetricsIn } from '../../../drawing/text-metrics.ts'
import { resourcesDir } from '../../../import/text/test-files.ts'
import type { PlateLook } from './maker.ts'

export const measure = textMetricsIn(join(resourcesDir, 'fonts')).width

export const lookOf = (preset: FigurePresetName, over: Partial<PlateLook> = {}): PlateLook => ({
  language: 'en',
  theme: 'light',
  transparent: false,
  arrow: 'above',
  include: { source: true, page: true, legend: true, labels: true, notes: true, table: false },
  page: 1,
  preset: FIGURE_PRESETS[preset],
  measure,
  ...over,
})

export interface WrittenText extends Rectangle {
  text: string
  size: number
}

/** Every line of text that a plate draws, with the box of its letters. */
export function textsOf(plate: Plate): WrittenText[] {
  return plateScene(plate, measure).items.flatMap((item) => {
    if (item.type !== 'text') return []
    return linesOf(item).map(({ text, y, weight }) => {
      const width = measure(text, item.size, weight)
      const x = item.anchor === 'start' ? item.x : item.anchor === 'end' ? item.x - width : item.x - width / 2
      return { text, size: item.size, x, y: y - item.size * 0.72, width, height: item.size * 0.74 }
    })
  })
}

/** Pairs of texts that touch. */
export function touching(texts: readonly WrittenText[]): string[] {
  const slack = 0.2
  return texts.flatMap((a, i) =>
    texts
      .slice(i + 1)
      .filter(
        (b) =>
          a.x + slack < b.x + b.width &&
          b.x + slack < a.x + a.width &&
          a.y + slack < b.y + b.height &&
          b.y + slack < a.y + a.height,
      )
      .map((b) => `${a.text} × ${b.text}`),
  )
}

/** Texts that leave the plate. */
export const outside = (plate: Plate): string[] =>
  textsOf(plate)
    .filter(
      ({ x, y, width, height }) =>
        x < -0.5 || y < -0.5 || x + width > plate.width + 0.5 || y + height > plate.height + 0.5,
    )
    .map(({ text }) => text)
