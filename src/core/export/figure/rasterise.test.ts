import { join } from 'node:path'
import { expect, test } from 'vitest'
import { resourcesDir } from '../../app-info.ts'
import { rasterise } from './rasterise.ts'

const fontsDir = join(resourcesDir, 'fonts')
const svg = (width: number, height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><text x="20" y="60" font-size="40">北京 4,259.39</text></svg>`

test('a large picture is drawn on a thread of its own, to the same bytes', async () => {
  const size = { width: 5000, height: 4001 }
  const [apart, here] = [
    await rasterise(svg(5000, 4001), fontsDir, size),
    await rasterise(svg(5000, 4001), fontsDir),
  ]
  expect(apart.width).toBe(5000)
  expect(apart.height).toBe(4001)
  expect(Buffer.from(apart.png).equals(Buffer.from(here.png))).toBe(true)
})

test('what cannot be drawn there fails as it does here', async () => {
  await expect(rasterise('<svg', fontsDir, { width: 5000, height: 5000 })).rejects.toThrow()
  await expect(rasterise('<svg', fontsDir)).rejects.toThrow()
})
