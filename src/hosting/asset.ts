/** Serves the built screens from a folder, for the desktop protocol and the loopback host alike. */
import { readFile } from 'node:fs/promises'
import { extname, isAbsolute, relative, resolve } from 'node:path'
import { CONTENT_SECURITY_POLICY } from './csp.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

export interface Asset {
  status: 200 | 403 | 404
  headers: Record<string, string>
  body: Uint8Array
}

const nothing = (status: 403 | 404): Asset => ({ status, headers: securityHeaders(), body: new Uint8Array() })

/** Headers of every answer that carries a part of the app. */
export function securityHeaders(): Record<string, string> {
  return {
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
  }
}

/**
 * The file of `root` under a URL path, as an answer. A path without an extension is a view of the app and gets
 * index.html (the router reads the rest). A path that leaves `root`, also in encoded form, is refused.
 */
export async function readAsset(root: string, urlPath: string): Promise<Asset> {
  let path: string
  try {
    path = decodeURIComponent(urlPath)
  } catch {
    return nothing(403)
  }
  if (path.includes('\0') || path.includes('\\') || path.split('/').includes('..')) return nothing(403)
  const extension = extname(path)
  const file = resolve(root, `.${extension ? path : '/index.html'}`)
  const inside = relative(root, file)
  if (inside.startsWith('..') || isAbsolute(inside)) return nothing(403)
  const type = TYPES[extension || '.html']
  if (!type) return nothing(404)
  try {
    const body = await readFile(file)
    const cache = /\/assets\/.+-[\w-]{8}\.\w+$/.test(path) ? 'max-age=31536000, immutable' : 'no-store'
    return {
      status: 200,
      headers: { ...securityHeaders(), 'Content-Type': type, 'Cache-Control': cache },
      body,
    }
  } catch {
    return nothing(404)
  }
}
