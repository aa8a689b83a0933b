/** The core behind the loopback host: calls by POST, events by EventSource, files through the browser. */
import type { BackedUp } from '../../../shared/contract/backed-up.ts'
import type { Transport } from '../../../shared/contract/client.ts'
import type { AppErrorData, Result } from '../../../shared/contract/errors.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { CoreEvent } from '../../../shared/contract/events.ts'
import type { ChosenFolder, HostCapabilities, SavedFile, SaveRequest } from '../../../shared/contract/host.ts'
import { listenToEvents } from './event-stream.ts'
import { firstAnswers } from './first-answers.ts'
import { isExportMethod } from '../../../shared/contract/export-methods.ts'
import { base64ToBytes, bytesToBase64, download, editionFiles, pickFolder } from './files.ts'

const failure = (message: string): { ok: false; error: AppErrorData } => ({
  ok: false,
  error: { code: 'internal', message, details: {} },
})

async function post(path: string, body: unknown): Promise<Result<unknown>> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body ?? {}),
    })
    return (await answer.json()) as Result<unknown>
  } catch (reason) {
    return failure(reason instanceof Error ? reason.message : String(reason))
  }
}

const prepared = firstAnswers()
const listeners = new Set<(event: CoreEvent) => void>()
let listening = false

function listen(): void {
  void listenToEvents((event) => {
    void prepared.then((each) => each.forget())
    listeners.forEach((each) => each(event))
  })
}

/** When the page stands: what is not for the first rows does not compete with them. */
function whenLoaded(act: () => void): void {
  if (document.readyState === 'complete') act()
  else window.addEventListener('load', act, { once: true })
}

export const loopbackTransport: Transport = {
  async call(name, input) {
    const result = (await prepared).take(name, input) ?? (await post(`/api/call/${name}`, input))
    return isExportMethod(name) ? withBytes(result) : result
  },
  /** One stream for all listeners, of other tabs too. */
  subscribe(listener) {
    listeners.add(listener)
    if (!listening) whenLoaded(listen)
    listening = true
    return () => listeners.delete(listener)
  },
}

/** The bytes of a preview come as base64: JSON has none. */
function withBytes(result: Result<unknown>): Result<unknown> {
  if (!result.ok) return result
  const file = result.value as { bytes: string }
  return { ok: true, value: { ...file, bytes: base64ToBytes(file.bytes) } }
}

/** The host makes the file and the browser fetches it: its bytes do not pass through the page. */
async function saveFile(request: SaveRequest): Promise<SavedFile> {
  const made = await post('/api/downloads', request)
  if (!made.ok) throw AppError.fromData(made.error)
  const { token, fileName, ...told } = made.value as { token: string; fileName: string; backedUp?: BackedUp }
  download(`/api/downloads/${token}`, fileName)
  return { savedAs: fileName, ...told }
}

/** The files of an edition are small CSV tables and a manifest; nothing else of the folder leaves the browser. */
async function chooseFolder(): Promise<ChosenFolder | null> {
  const chosen = await pickFolder()
  if (!chosen) return null
  const folder = chosen[0]?.webkitRelativePath.split('/')[0] || 'folder'
  const files = await Promise.all(
    editionFiles(chosen).map(async ({ file, name }) => ({
      name,
      base64: bytesToBase64(new Uint8Array(await file.arrayBuffer())),
    })),
  )
  const result = await post('/api/uploads', { folder, files })
  if (!result.ok) throw AppError.fromData(result.error)
  return result.value as ChosenFolder
}

type HostSays = Pick<HostCapabilities, 'platform' | 'appVersion'>

async function askHost(): Promise<HostSays> {
  const answer = await fetch('/api/host')
  return ((await answer.json()) as { value: HostSays }).value
}

export async function loopbackHost(): Promise<HostCapabilities> {
  const { platform, appVersion } = (await prepared).host ?? (await askHost())
  return {
    kind: 'browser',
    platform,
    appVersion,
    chooseFolder,
    // Not for the first page: what sends files comes when they are chosen.
    chooseFiles: async (what, told) => (await import('./choose-files.ts')).chooseFiles(what, told),
    takeFiles: async (dropped, told) => (await import('./choose-files.ts')).takeFiles(dropped, told),
    releaseFiles: async (token) => (await import('./choose-files.ts')).releaseFiles(token),
    saveFile,
    async openLink(url) {
      if (new URL(url).protocol === 'https:') window.open(url, '_blank', 'noopener,noreferrer')
    },
  }
}
