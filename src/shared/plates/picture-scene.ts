/** A drawing set into a plate: its items scaled and moved, as a scene has no groups. */
import type { Clip, SceneItem } from '../figures/scene.ts'
import { num } from '../figures/scene.ts'
import type { PicturePart } from './parts.ts'

export function pictureItems({ scene, box, view }: PicturePart): SceneItem[] {
  const from = view ?? { x: 0, y: 0, width: scene.width, height: scene.height }
  const scale = Math.min(box.width / from.width, box.height / from.height)
  const dx = box.x + (box.width - from.width * scale) / 2 - from.x * scale
  const dy = box.y + (box.height - from.height * scale) / 2 - from.y * scale
  return scene.items.map((item) => moved(item, { scale, dx, dy }))
}

interface Move {
  scale: number
  dx: number
  dy: number
}

function moved(item: SceneItem, move: Move): SceneItem {
  const { scale, dx, dy } = move
  const clip = item.clip && movedClip(item.clip, move)
  switch (item.type) {
    case 'path':
      return {
        ...item,
        clip,
        d: movedPath(item.d, move),
        strokeWidth: item.strokeWidth * scale,
        dash: item.dash.map((length) => length * scale),
      }
    case 'circle':
      return {
        ...item,
        clip,
        x: item.x * scale + dx,
        y: item.y * scale + dy,
        r: item.r * scale,
        strokeWidth: item.strokeWidth * scale,
      }
    case 'line':
      return {
        ...item,
        clip,
        x1: item.x1 * scale + dx,
        y1: item.y1 * scale + dy,
        x2: item.x2 * scale + dx,
        y2: item.y2 * scale + dy,
        strokeWidth: item.strokeWidth * scale,
      }
    case 'text':
      return {
        ...item,
        clip,
        x: item.x * scale + dx,
        y: item.y * scale + dy,
        size: item.size * scale,
        strokeWidth: item.strokeWidth * scale,
        ...(item.lines ? { lines: item.lines.map((line) => ({ ...line, y: line.y * scale + dy })) } : {}),
      }
  }
}

const movedClip = (clip: Clip, move: Move): Clip => ({
  d: movedPath(clip.d, move),
  within: clip.within && movedClip(clip.within, move),
})

const COMMAND = /([a-zA-Z])([^a-zA-Z]*)/g
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi

/** Path data scaled and moved; small letters are steps, which are scaled alone. */
export function movedPath(d: string, { scale, dx, dy }: Move): string {
  let first = true
  return d.replace(COMMAND, (_all, command: string, rest: string) => {
    const numbers = (rest.match(NUMBER) ?? []).map(Number)
    const relative = command === command.toLowerCase() && !(first && command === 'm')
    first = false
    const upper = command.toUpperCase()
    const said = numbers.map((value, i) => {
      if (upper === 'A') {
        const place = i % 7
        if (place < 2) return num(value * scale)
        if (place < 5) return String(value)
        return num(value * scale + (relative ? 0 : place === 5 ? dx : dy))
      }
      const shift = relative ? 0 : upper === 'V' ? dy : upper === 'H' ? dx : i % 2 === 0 ? dx : dy
      return num(value * scale + shift)
    })
    return command + said.join(' ')
  })
}
