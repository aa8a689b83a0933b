/** SVG to PNG: on this thread, or where the picture is large on one of its own, whose memory goes back when it ends. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { AppError } from '../../../shared/contract/errors.ts'
import { MOST_PIXELS } from '../../../shared/domain/figure-presets.ts'
import { THREAD_MEMORY } from '../../thread-memory.ts'
import type { Bitmap } from './draw-pixels.ts'
import { faceFile, trueTypeFace } from '../fonts/faces.ts'
import { drawPixels } from './draw-pixels.ts'
import type { RasterData } from './raster-worker.ts'

interface Size {
  width: number
  height: number
}

const WEIGHTS = [400, 600] as const

/** Past these a picture has a thread of its own: memory of the rasteriser grows and is never given back. */
const LARGE = 20_000_000

/**
 * Asked before anything is drawn: a bitmap takes four bytes a pixel.
 * @throws AppError picture-too-large
 */
export function checkPixels({ width, height }: Size): void {
  const pixels = width * height
  if (pixels <= MOST_PIXELS) return
  const millions = (count: number) => Math.ceil(count / 1e6)
  throw new AppError('picture-too-large', `${width} × ${height} pixels`, {
    values: { pixels: millions(pixels), most: millions(MOST_PIXELS) },
  })
}

/**
 * @param svg with its width and height in pixels
 * @param size the same; without it the picture is drawn on this thread, however large
 */
export function rasterise(svg: string, fontsDir: string, size?: Size): Promise<Bitmap> {
  const isLarge = size !== undefined && size.width * size.height > LARGE
  return isLarge ? drawnApart({ svg, faces: packedFaces(fontsDir) }) : drawPixels(svg, facesIn(fontsDir))
}

/** Unpacked once a thread: the rasteriser would unpack them for every picture. */
const facesIn = (dir: string): Uint8Array[] => WEIGHTS.map((weight) => trueTypeFace(dir, weight))
/** For one picture, as unpacking them here takes more memory. */
const packedFaces = (dir: string): Uint8Array[] =>
  WEIGHTS.map((weight) => readFileSync(faceFile(dir, weight)))

/** The thread's entry stands beside this file, as source and as built. */
function entry(): string {
  const here = import.meta.url
  return fileURLToPath(new URL(here.endsWith('.ts') ? './raster-worker.ts' : './raster-worker.js', here))
}

/** The thread ends with its answer, and with the thread that began it. */
function drawnApart(workerData: RasterData): Promise<Bitmap> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry(), { workerData, resourceLimits: THREAD_MEMORY })
    let drawn: Bitmap | null = null
    worker.once('message', (bitmap: Bitmap) => {
      drawn = bitmap
    })
    worker.once('error', reject)
    worker.once('exit', (code) => {
      if (drawn) resolve(drawn)
      else reject(new Error(`the rasteriser's thread ended with ${code}`))
    })
  })
}
