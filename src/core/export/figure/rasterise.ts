/** SVG to PNG by resvg, with the bundled fonts alone: installed fonts would make pictures differ between machines. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { FIGURE_FONT } from '../../../shared/figures/text.ts'

let started: Promise<void> | undefined
const fontsIn = new Map<string, Uint8Array[]>()

/** The module is found beside the package, from source and from the built bundle alike; it starts once a thread. */
function start(): Promise<void> {
  const file = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  return (started ??= initWasm(readFileSync(file)))
}

function fonts(dir: string): Uint8Array[] {
  let found = fontsIn.get(dir)
  if (!found) {
    found = [400, 600].map((weight) => readFileSync(join(dir, `science-cities-sans-${weight}.woff2`)))
    fontsIn.set(dir, found)
  }
  return found
}

/** @param svg with its width and height in pixels */
export async function rasterise(
  svg: string,
  fontsDir: string,
): Promise<{ png: Uint8Array; width: number; height: number }> {
  await start()
  const resvg = new Resvg(svg, {
    font: { loadSystemFonts: false, fontBuffers: fonts(fontsDir), defaultFontFamily: FIGURE_FONT },
    fitTo: { mode: 'original' },
  })
  const image = resvg.render()
  try {
    return { png: image.asPng(), width: image.width, height: image.height }
  } finally {
    image.free()
    resvg.free()
  }
}
