/** SVG to PNG by resvg, with the bundled fonts alone: installed fonts would make pictures differ between machines. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { FIGURE_FONT } from '../../../shared/figures/text.ts'

let started: Promise<void> | undefined

/** The module is found beside the package, from source and from the built bundle alike; it starts once a thread. */
function start(): Promise<void> {
  const file = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  return (started ??= initWasm(readFileSync(file)))
}

export interface Bitmap {
  png: Uint8Array<ArrayBuffer>
  width: number
  height: number
}

/**
 * @param svg with its width and height in pixels
 * @param faces as TrueType, or packed as WOFF2: then they are unpacked for this picture alone
 */
export async function drawPixels(svg: string, faces: Uint8Array[]): Promise<Bitmap> {
  await start()
  const resvg = new Resvg(svg, {
    font: { loadSystemFonts: false, fontBuffers: faces, defaultFontFamily: FIGURE_FONT },
    fitTo: { mode: 'original' },
  })
  const image = resvg.render()
  try {
    return { png: image.asPng() as Bitmap['png'], width: image.width, height: image.height }
  } finally {
    image.free()
    resvg.free()
  }
}
