/** What is wrong with the house: imports that go up or in circles, rooms without a floor. */
import { circlesOf } from './circles.ts'
import type { Level } from './floors.ts'
import type { Imports } from './imports.ts'

/** @returns a line a fault; none where the house stands. Tests may import from any floor, but not in circles. */
export function complaintsOf(imports: Imports, house: readonly Level[]): string[] {
  const circles = circlesOf(imports).map((circle) => `These files import each other: ${circle.join(', ')}`)
  return [...circles, ...house.flatMap((level) => levelComplaints(imports, level))]
}

interface Step {
  file: string
  target: string
  from: string
  to: string
}

function levelComplaints(imports: Imports, { base, floors }: Level): string[] {
  const rooms = new Set(
    [...imports.keys()].filter((file) => !isTest(file)).flatMap((file) => roomOf(file, base) ?? []),
  )
  const steps = stepsOf(imports, base)
  return floors ? floorComplaints(base, floors, rooms, steps) : folderCircles(base, steps)
}

function floorComplaints(
  base: string,
  floors: readonly (readonly string[])[],
  rooms: ReadonlySet<string>,
  steps: readonly Step[],
): string[] {
  const depth = new Map(floors.flatMap((floor, i) => floor.map((room) => [room, i] as const)))
  const homeless = [...rooms].filter((room) => !depth.has(room))
  const empty = [...depth.keys()].filter((room) => !rooms.has(room))
  const wrong = steps.filter(({ from, to }) => {
    const [above, beneath] = [depth.get(from), depth.get(to)]
    return above !== undefined && beneath !== undefined && above >= beneath
  })
  return [
    ...homeless.map((room) => `${base}/${room} stands on no floor: give it one in scripts/house/floors.ts`),
    ...empty.map((room) => `${base}/${room} has a floor in scripts/house/floors.ts, but does not exist`),
    ...wrong.map(({ file, target, from, to }) => {
      const where = depth.get(from) === depth.get(to) ? 'beside' : 'above'
      return `${file} imports ${target}: ${to} stands ${where} ${from}`
    }),
  ]
}

function folderCircles(base: string, steps: readonly Step[]): string[] {
  const folders = new Map<string, Set<string>>()
  // A file that stands beside the folders is no folder: entry points and stations of the whole.
  for (const { from, to } of steps.filter((step) => !isFile(step.from) && !isFile(step.to))) {
    folders.set(from, (folders.get(from) ?? new Set()).add(to))
  }
  return circlesOf(folders).map(
    (circle) => `These folders of ${base} import each other: ${circle.join(', ')}`,
  )
}

/** Imports between two rooms of a level. */
function stepsOf(imports: Imports, base: string): Step[] {
  return [...imports].flatMap(([file, targets]) => {
    const from = roomOf(file, base)
    if (from === null || isTest(file)) return []
    return [...targets].flatMap((target) => {
      const to = roomOf(target, base)
      return to === null || to === from ? [] : [{ file, target, from, to }]
    })
  })
}

/** The first part of a path beneath the base: a folder, or a file that stands beside folders. */
function roomOf(file: string, base: string): string | null {
  return file.startsWith(`${base}/`) ? (file.slice(base.length + 1).split('/')[0] as string) : null
}

const isTest = (file: string) => file.endsWith('.test.ts')
const isFile = (room: string) => /\.(ts|vue)$/.test(room)
