/** What the stand-in is told at its start, and the record of what the app asked of it. */
import { Link } from './link.ts'

export interface Display {
  id: number
  workArea: { x: number; y: number; width: number; height: number }
}

/** Settings of the pretended system, given by the test in an environment variable. */
export interface World {
  packaged: boolean
  /** What `process.platform` says. */
  platform: NodeJS.Platform
  locale: string
  dark: boolean
  downloads: string
  /** Message boxes stand until they are closed by the user or by their signal; else the user answers at once. */
  boxesStand: boolean
  /** How the window's page loads: well; led elsewhere meanwhile; or for so long that only the app's end breaks it off. */
  loads: 'well' | 'aborted' | 'until-quit'
  /** The primary display first. */
  displays: Display[]
}

export const WORLD_VARIABLE = 'STAND_IN_WORLD'
export const world = JSON.parse(process.env[WORLD_VARIABLE] ?? '{}') as World
export const realPlatform = process.platform
Object.defineProperty(process, 'platform', { value: world.platform })

/** The test at the other end. */
export const test = new Link(process)
process.on('disconnect', () => process.exit()) // nothing outlives its test

/** One call of the app on the pretended system, in order; arguments without their functions. */
export interface Call {
  what: string
  given: unknown[]
}

const calls: Call[] = []
test.answer('calls', () => calls)

export function record(what: string, ...given: unknown[]): void {
  calls.push({ what, given: given.map(plain) })
}

/** A copy that can cross to the test: functions and live objects become their kind in words. */
export function plain(value: unknown): unknown {
  if (typeof value === 'function') return '(function)'
  if (value === undefined) return undefined
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  if (Object.getPrototypeOf(value) !== Object.prototype) return `(${value.constructor.name})`
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]))
}

/** An event object as Electron hands it to listeners. */
export class PreventableEvent {
  defaultPrevented = false
  preventDefault = (): void => {
    this.defaultPrevented = true
  }
}
