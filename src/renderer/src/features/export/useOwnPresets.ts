/** The reader's own presets: kept on this machine, applied to the sheet's choices. */
import { computed } from 'vue'
import { keep, keptText } from '../../stores/preferences.ts'
import { lookOf, PRESETS_KEY, readPresets, withPreset } from './own-presets.ts'
import type { SheetLook } from './sheet-form.ts'

export function useOwnPresets() {
  const presets = computed(() => readPresets(keptText(PRESETS_KEY)))
  return {
    presets,
    isIn: (form: SheetLook, look: SheetLook): boolean =>
      JSON.stringify(lookOf(form)) === JSON.stringify(lookOf(look)),
    /** The sheet as the preset kept it; words, rows and the chosen row stay. */
    apply: (form: SheetLook, look: SheetLook): void => void Object.assign(form, lookOf(look)),
    save: (name: string, look: SheetLook): void =>
      keep(PRESETS_KEY, JSON.stringify(withPreset(presets.value, name, look))),
    remove: (name: string): void =>
      keep(PRESETS_KEY, JSON.stringify(presets.value.filter((each) => each.name !== name))),
  }
}
