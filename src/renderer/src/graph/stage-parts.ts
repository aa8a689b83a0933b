/** What a stage is given, and what it says. */
import type { Colouring, Drawing } from '../../../shared/contract/drawings.ts'
import type { Language } from '../../../shared/domain/language.ts'
import type { FigureTheme } from '../../../shared/figures/palette.ts'

export interface StageState {
  drawing: Drawing
  colour: Colouring
  theme: FigureTheme
  language: Language
  reading: string | null
  pair: { a: string; b: string } | null
  focus: boolean
  selected: readonly string[]
  movable: boolean
}

export interface Moved {
  id: string
  x: number
  y: number
}

export interface StageEvents {
  read(id: string | null): void
  readPair(pair: { a: string; b: string }): void
  open(id: string): void
  moved(moves: Moved[]): void
  /** Of the zoom at which the whole figure is seen. */
  zoom(level: number): void
}

export interface StageParts {
  base: HTMLCanvasElement
  graph: HTMLElement
  overlay: HTMLCanvasElement
}
