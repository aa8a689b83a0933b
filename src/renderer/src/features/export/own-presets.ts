/** Presets of the reader's own, as they are kept on this machine. */
import type { SheetLook } from './sheet-form.ts'
import { firstLook } from './sheet-form.ts'

export interface OwnPreset {
  name: string
  look: SheetLook
}

export const PRESETS_KEY = 'sheet-presets'
const MOST_NAME = 60

/** The choices that a preset keeps. */
export const lookOf = (form: SheetLook): SheetLook => {
  const keys = Object.keys(firstLook('en')) as (keyof SheetLook)[]
  return JSON.parse(JSON.stringify(Object.fromEntries(keys.map((key) => [key, form[key]])))) as SheetLook
}

const isSame = (one: unknown, other: unknown): boolean =>
  one !== null && typeof one === 'object'
    ? other !== null && typeof other === 'object'
    : typeof one === typeof other || one === '' || other === ''

/** What was kept, by an older version perhaps: fields that do not fit are as they are at first. */
function readLook(kept: unknown): SheetLook {
  const first = firstLook('en')
  if (kept === null || typeof kept !== 'object') return first
  const found = kept as Record<string, unknown>
  const fitting = Object.entries(first).map(([key, usual]) => {
    const value = found[key]
    if (key === 'include') return [key, { ...first.include, ...(value as object | undefined) }]
    return [key, value !== undefined && isSame(usual, value) ? value : usual]
  })
  return Object.fromEntries(fitting) as SheetLook
}

/** @param text as kept; anything else gives none */
export function readPresets(text: string | null): OwnPreset[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(kept)) return []
    return kept
      .filter((each): each is OwnPreset => typeof (each as OwnPreset | null)?.name === 'string')
      .map(({ name, look }) => ({ name, look: readLook(look) }))
  } catch {
    return []
  }
}

/** With the preset added; one of the same name gives way. */
export function withPreset(presets: readonly OwnPreset[], name: string, look: SheetLook): OwnPreset[] {
  const called = name.trim().slice(0, MOST_NAME)
  if (called === '') return [...presets]
  return [...presets.filter((each) => each.name !== called), { name: called, look: lookOf(look) }]
}
