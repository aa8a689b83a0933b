/** Names and sizes of the presets in the reader's words. */
import { computed } from 'vue'
import type { FigurePresetName } from '../../../../shared/domain/figure-presets.ts'
import {
  FIGURE_PRESET_NAMES,
  FIGURE_PRESETS,
  POINTS_PER_MM,
  PX_PER_POINT,
} from '../../../../shared/domain/figure-presets.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { PresetChoice } from './sheet-form.ts'

const GROUPS = ['slide', 'paper', 'screen'] as const

/** @param isSeen whether the figure can leave as its view draws it */
export function usePresetWords(isSeen: () => boolean) {
  const { t, number } = useWords()
  const cm = (points: number) => {
    const value = Math.round(points / POINTS_PER_MM + 1e-9) / 10
    return number(value, Number.isInteger(value) ? 0 : 1)
  }
  const sizeOf = (name: FigurePresetName): string => {
    const { group, width, height } = FIGURE_PRESETS[name]
    if (group === 'paper') return t('sheet.size.wide', { width: cm(width) })
    if (group === 'slide') return t('sheet.size.cm', { width: cm(width), height: cm(height) })
    const px = (points: number) => String(Math.round(points * PX_PER_POINT))
    return t('sheet.size.px', { width: px(width), height: px(height) })
  }
  const entry = (id: PresetChoice, size: string) => ({ id, name: t(`sheet.preset.${id}`), size })
  const groups = computed(() =>
    GROUPS.map((id) => ({
      id,
      presets: [
        ...FIGURE_PRESET_NAMES.filter((name) => FIGURE_PRESETS[name].group === id).map((name) =>
          entry(name, sizeOf(name)),
        ),
        ...(id === 'screen' && isSeen() ? [entry('view', t('sheet.sizeView'))] : []),
        ...(id === 'screen' ? [entry('own', t('sheet.sizeOwn'))] : []),
      ],
    })),
  )
  return { groups }
}
