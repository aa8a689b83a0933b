/** `node scripts/icon.ts`: draws the app's icon, `resources/icon.svg`, as the pictures that the systems want. */
import { Resvg, initWasm } from '@resvg/resvg-wasm'
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { appRoot } from '../src/core/app-info.ts'

/** Windows and Linux take 512 pixels; macOS wants 1024. */
const FILES = { 'icon.png': 512, 'icon-1024.png': 1024 }

const resources = join(appRoot, 'resources')
const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
await initWasm(await readFile(wasm))
const svg = await readFile(join(resources, 'icon.svg'), 'utf8')

for (const [name, size] of Object.entries(FILES)) {
  const picture = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng()
  await writeFile(join(resources, name), picture)
  console.log(`${name}: ${size} × ${size}, ${picture.length} bytes`)
}
