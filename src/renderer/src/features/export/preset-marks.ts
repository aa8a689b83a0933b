/** The small drawings of the presets: from their measures, 40 units wide and at most 30 high. */
import { FIGURE_PRESETS } from '../../../../shared/domain/figure-presets.ts'
import type { PresetChoice } from './sheet-form.ts'
import { sheetOf, wholePage } from './stage.ts'

interface Mark {
  height: number
  page: Record<'x' | 'y' | 'width' | 'height', number>
  figure: Record<'x' | 'y' | 'width' | 'height', number>
}

const WIDTH = 40
const MOST = 30
/** Height ÷ width of a sheet of paper. */
const PAPER = Math.SQRT2

const round = (value: number) => Math.round(value * 10) / 10

function drawn(page: { width: number; height: number }, figure: Mark['figure']): Mark {
  const scale = Math.min(WIDTH / page.width, MOST / page.height)
  const left = (WIDTH - page.width * scale) / 2
  return {
    height: round(page.height * scale),
    page: { x: round(left), y: 0, width: round(page.width * scale), height: round(page.height * scale) },
    figure: {
      x: round(left + figure.x * scale),
      y: round(figure.y * scale),
      width: round(figure.width * scale),
      height: round(figure.height * scale),
    },
  }
}

export function markOf(choice: PresetChoice): Mark {
  if (choice === 'own' || choice === 'view')
    return drawn({ width: 40, height: 27.5 }, { x: 4, y: 4.1, width: 24, height: 16.5 })
  const preset = FIGURE_PRESETS[choice]
  const { width, height, margin } = preset
  const on = 'on' in preset ? preset.on : null
  const whole = { ...wholePage(width, height), on }
  const frame = on
    ? whole.frame
    : { x: margin.side, y: height * 0.19, width: width - 2 * margin.side, height: height * 0.7 }
  const sheet = sheetOf({ ...whole, frame: preset.group === 'paper' ? whole.frame : frame }, choice)
  if (preset.group !== 'paper') return drawn(sheet, sheet.figure)
  // A column stands on a page of two.
  const page = choice === 'a4-column' ? (sheet.width / 119.9) * 210 : sheet.width
  return drawn({ width: page, height: page * PAPER }, sheet.figure)
}
