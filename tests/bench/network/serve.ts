/** The page of a network alone: built from the component's own modules, served from this machine under our policy. */
import vue from '@vitejs/plugin-vue'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { build } from 'vite'
import { CONTENT_SECURITY_POLICY } from '../../../src/hosting/csp.ts'
import type { Drawing } from '../../../src/shared/contract/drawings.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}

export interface NetworkPage {
  url: string
  /** The drawing that the page gets when it is loaded next. */
  show(drawing: Drawing): void
  close(): Promise<void>
}

export async function serveNetworkPage(): Promise<NetworkPage> {
  const folder = await mkdtemp(join(tmpdir(), 'science-cities-network-'))
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    define: { __VUE_OPTIONS_API__: 'false' },
    plugins: [vue()],
    build: { outDir: folder, emptyOutDir: true, target: 'esnext', assetsInlineLimit: 0 },
  })
  let drawing = '{}'
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const name = path === '/' ? 'index.html' : path.slice(1)
    const body = name === 'drawing.json' ? Promise.resolve(drawing) : readFile(join(folder, name))
    const type = TYPES[extname(name)] ?? 'application/octet-stream'
    body.then(
      (bytes) =>
        response
          .writeHead(200, { 'content-type': type, 'content-security-policy': CONTENT_SECURITY_POLICY })
          .end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    show: (next) => void (drawing = JSON.stringify(next)),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
