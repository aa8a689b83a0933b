/** A drawing that stays a picture: a PNG for every program, and the SVG for those that know it. */
import { LANGUAGE_MARKS } from '../../../shared/domain/language.ts'
import type { Scene, SceneItem } from '../../../shared/figures/scene.ts'
import type { PicturePart, Rectangle } from '../../../shared/plates/parts.ts'
import { rasterise } from '../figure/rasterise.ts'
import { writeSvg } from '../figure/svg.ts'
import type { SlidePage } from './deck.ts'

/** Pixels an inch of the PNG: sharp on a large screen, small in the file. */
export const PICTURE_DPI = 200

export interface AddedPicture {
  /** Relations of the slide. */
  png: string
  svg: string
  /** Where it stands: the part's box, cut to the picture's proportions. */
  box: Rectangle
}

export async function addPicture(
  part: PicturePart,
  { deck, plate, part: slide }: SlidePage,
): Promise<AddedPicture> {
  const { target, options } = deck
  const number = ++deck.pictures
  const view = part.view ?? { x: 0, y: 0, width: part.scene.width, height: part.scene.height }
  const box = shownBox(part.box, view)
  const write = (width: number, height: number, unit: string) =>
    writeSvg(plainHalos(part.scene), {
      view,
      width: `${width}${unit}`,
      height: `${height}${unit}`,
      language: LANGUAGE_MARKS[plate.language].svg,
      title: part.name,
      description: part.alt,
      citation: [],
      covers: options.metrics.covers,
    })
  const pixels = (points: number) => Math.max(1, Math.round((points / 72) * PICTURE_DPI))
  const { png } = await rasterise(write(pixels(box.width), pixels(box.height), ''), options.fontsDir)
  const add = (ending: string, bytes: Uint8Array): string => {
    const name = `ppt/media/plate-picture${number}.${ending}`
    target.add(name, bytes)
    return target.relate(slide, 'image', name)
  }
  return {
    png: add('png', png),
    svg: add('svg', new TextEncoder().encode(write(round(box.width), round(box.height), 'pt'))),
    box,
  }
}

const round = (value: number): number => Number(value.toFixed(2))

/** The view in the middle of the box, as large as it can be. */
export function shownBox(box: Rectangle, view: { width: number; height: number }): Rectangle {
  const scale = Math.min(box.width / view.width, box.height / view.height)
  const [width, height] = [view.width * scale, view.height * scale]
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height }
}

/** Office draws a rim over its letters, whatever the order asked for: so the rim is a text of its own beneath them. */
function plainHalos(scene: Scene): Scene {
  const items = scene.items.flatMap((item): SceneItem[] => {
    if (item.type !== 'text' || item.stroke === null || item.lines) return [item]
    const plain = { ...item, stroke: null, strokeWidth: 0 }
    return [{ ...item, fill: item.stroke }, plain]
  })
  return { ...scene, items }
}
