/** Entry of a thread that draws one large picture and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { drawPixels } from './draw-pixels.ts'

export interface RasterData {
  svg: string
  /** Packed. */
  faces: Uint8Array[]
}

if (!parentPort) throw new Error('raster-worker.ts runs on a worker thread only')
const { svg, faces } = workerData as RasterData
const bitmap = await drawPixels(svg, faces)
parentPort.postMessage(bitmap, [bitmap.png.buffer])
