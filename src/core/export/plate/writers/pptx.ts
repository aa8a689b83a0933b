/** Plates as a presentation, one a slide: native charts, tables and shapes that the reader can change. */
import { writeDeck } from '../../office/presentation.ts'
import type { PlateWriter } from './writer.ts'

export const writePlatesPptx: PlateWriter = async (plates, options) => ({
  bytes: await writeDeck(plates, options),
  width: null,
  height: null,
  suffix: '',
})
