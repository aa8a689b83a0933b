/** The app, packed for Linux by electron-builder itself and the project's settings, from an Electron that only pretends. */
import { getRawHeader } from '@electron/asar'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pinnedNode, projectDir } from './stand-in/desk.ts'

/** Marks the fuses in Electron's binary; a file that carries it is one, as far as the fuses go. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** A folder in the shape of Electron's own, its binary nothing but a wire of fuses in the state of a release. */
function fakeElectron(work: string): string {
  const dist = join(work, 'electron')
  mkdirSync(join(dist, 'locales'), { recursive: true })
  const wire = [Buffer.alloc(64), Buffer.from(FUSE_SENTINEL), Buffer.from([1, 9]), Buffer.from('101100011')]
  writeFileSync(join(dist, 'electron'), Buffer.concat([...wire, Buffer.alloc(64)]))
  chmodSync(join(dist, 'electron'), 0o755)
  return dist
}

interface Packed {
  /** Folder of the unpacked app. */
  app: string
  archive: string
  /** Every file of the archive's table, by path, and whether it lies outside. */
  files: ReadonlyMap<string, boolean>
}

/** Packs into a folder below `work`. */
export function pack(work: string): Packed {
  const builder = join(projectDir, 'node_modules', 'electron-builder', 'cli.js')
  const settings = [`-c.electronDist=${fakeElectron(work)}`, `-c.directories.output=${join(work, 'dist')}`]
  const { status, stdout, stderr } = spawnSync(
    pinnedNode(),
    [builder, '--linux', `--${process.arch}`, '--dir', '--publish=never', ...settings],
    { cwd: projectDir, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  )
  if (status !== 0) throw new Error(`electron-builder failed:\n${stdout}\n${stderr}`)
  const app = join(work, 'dist', process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`)
  const archive = join(app, 'resources', 'app.asar')
  return { app, archive, files: filesOf(getRawHeader(archive).header as Entry) }
}

interface Entry {
  files?: Record<string, Entry>
  unpacked?: boolean
}

function filesOf(entry: Entry, path = ''): Map<string, boolean> {
  const found = new Map<string, boolean>()
  for (const [name, below] of Object.entries(entry.files ?? {})) {
    const here = path ? `${path}/${name}` : name
    if (below.files) for (const [file, unpacked] of filesOf(below, here)) found.set(file, unpacked)
    else found.set(here, below.unpacked === true)
  }
  return found
}
