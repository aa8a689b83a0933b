/** Where the window stood, and how it looked: kept between runs, never trusted. */
import { readFileSync } from 'node:fs'
import { writeAtomicallySync } from '../hosting/write-file.ts'
import type { Appearance } from './appearance.ts'
import { isLanguage, isRecord, isTheme } from './appearance.ts'

/** Pixels independent of the display's density, in the coordinates of all displays together. */
export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}
export interface WindowState extends Appearance {
  bounds: Rectangle | null
  maximised: boolean
}

export const NO_STATE: WindowState = { bounds: null, maximised: false, theme: null, language: null }

/** Smallest size of the window; the screens are laid out down to it. */
export const MIN_SIZE = { width: 900, height: 600 }
const USUAL_SIZE = { width: 1440, height: 900 }
/** This much of the window's top must be on a display, or it could not be seen or dragged back. */
const GRIP = { width: 120, height: 40 }
/** Windows draws a snapped or maximised window a few pixels beyond the display. */
const SNAP = 16

/** The kept state; a file that is missing, damaged or from another app counts as none. */
export function readWindowState(path: string): WindowState {
  try {
    return stateFrom(JSON.parse(readFileSync(path, 'utf8'))) ?? NO_STATE
  } catch {
    return NO_STATE
  }
}

function stateFrom(kept: unknown): WindowState | null {
  if (!isRecord(kept)) return null
  const { bounds = null, maximised = false, theme = null, language = null } = kept
  const isWhole = isTheme(theme) && isLanguage(language) && typeof maximised === 'boolean'
  const rectangle = bounds === null ? null : rectangleFrom(bounds)
  return isWhole && rectangle !== undefined ? { bounds: rectangle, maximised, theme, language } : null
}

/** Farther away, or larger, is no display. */
const FARTHEST = 100_000

function rectangleFrom(kept: unknown): Rectangle | undefined {
  if (!isRecord(kept)) return undefined
  const within = (value: unknown, least: number) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= FARTHEST
  const { x, y, width, height } = kept as Record<keyof Rectangle, number>
  const isSound =
    [x, y].every((each) => within(each, -FARTHEST)) && [width, height].every((each) => within(each, 1))
  return isSound ? { x, y, width, height } : undefined
}

export function writeWindowState(path: string, state: WindowState): void {
  writeAtomicallySync(path, `${JSON.stringify(state)}\n`)
}

/**
 * Bounds for the new window: the kept ones where a display still shows their top edge, fitted to that display;
 * else the usual size, centred on the first display.
 * @param areas work areas of the displays, the primary one first
 */
export function placeWindow(kept: Rectangle | null, areas: readonly [Rectangle, ...Rectangle[]]): Rectangle {
  const home = kept && areas.find((area) => showsGrip(kept, area))
  if (kept && home) return { ...kept, ...sizeWithin(kept, home) }
  const { width, height } = sizeWithin(USUAL_SIZE, areas[0])
  return {
    x: areas[0].x + Math.round((areas[0].width - width) / 2),
    y: areas[0].y + Math.round((areas[0].height - height) / 2),
    width,
    height,
  }
}

function sizeWithin(size: { width: number; height: number }, area: Rectangle) {
  return {
    width: Math.max(MIN_SIZE.width, Math.min(size.width, area.width)),
    height: Math.max(MIN_SIZE.height, Math.min(size.height, area.height)),
  }
}

function showsGrip(bounds: Rectangle, area: Rectangle): boolean {
  const seen = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  const top = bounds.y >= area.y - SNAP && bounds.y + GRIP.height <= area.y + area.height
  return seen >= GRIP.width && top
}
