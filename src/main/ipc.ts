/** Every message from a page comes through here: the sender is checked first, and what goes wrong goes back as data. */
import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import type { Core } from '../core/create-core.ts'
import type { Result } from '../shared/contract/errors.ts'
import { AppError } from '../shared/contract/errors.ts'
import { CHANNELS } from '../preload/channels.ts'
import type { Appearance } from './appearance.ts'
import { appearanceFrom } from './appearance.ts'
import type { ServedCapabilities } from './capabilities.ts'
import { senderProblem } from './security/sender.ts'

export interface IpcParts {
  ipcMain: Pick<IpcMain, 'handle'>
  origins: ReadonlySet<string>
  core: Pick<Core, 'call'>
  /** The capabilities of the window whose page asks. */
  capabilitiesFor: (event: IpcMainInvokeEvent) => ServedCapabilities
  /** Told which language and theme the page shows. */
  onAppearance: (event: IpcMainInvokeEvent, shown: Appearance) => void
  report: (what: string, error: unknown) => void
}

export function registerIpc(parts: IpcParts): void {
  const { core, capabilitiesFor } = parts
  const answer = guard(parts)
  const failure = (error: AppError): Result<unknown> => ({ ok: false, error: error.toData() })

  answer(CHANNELS.call, (_event, name, input) =>
    typeof name === 'string'
      ? core.call(name, input)
      : Promise.resolve(failure(new AppError('method-unknown', 'the name of a method is text'))),
  )
  const capability = (channel: string, act: (host: ServedCapabilities, given: unknown) => Promise<unknown>) =>
    answer(channel, async (event, given) => ({ ok: true, value: await act(capabilitiesFor(event), given) }))
  capability(CHANNELS.chooseFolder, (host) => host.chooseFolder())
  capability(CHANNELS.chooseFiles, (host, what) => host.chooseFiles(what as never)) // parsed where it is used
  capability(CHANNELS.takeFiles, (host, paths) => host.takePaths(paths))
  capability(CHANNELS.saveFile, (host, request) => host.saveFile(request as never)) // parsed where it is used
  capability(CHANNELS.openLink, async (host, url) => {
    await host.openLink(String(url))
    return null
  })
  answer(CHANNELS.appearance, async (event, shown) => {
    const appearance = appearanceFrom(shown)
    if (!appearance) return failure(new AppError('input-invalid', 'a language and a theme are expected'))
    parts.onAppearance(event, appearance)
    return { ok: true, value: null }
  })
}

type Handler = (event: IpcMainInvokeEvent, ...given: unknown[]) => Promise<Result<unknown>>

/** The only place that registers a channel, so that no handler can do without the check of the sender. */
function guard({ ipcMain, origins, report }: IpcParts) {
  return (channel: string, handler: Handler) =>
    ipcMain.handle(channel, async (event, ...given): Promise<Result<unknown>> => {
      const problem = senderProblem(event.senderFrame, origins)
      if (problem) {
        report(`${channel} refused`, problem)
        return { ok: false, error: { code: 'forbidden', message: problem, details: {} } }
      }
      try {
        return await handler(event, ...given)
      } catch (error) {
        if (error instanceof AppError) return { ok: false, error: error.toData() }
        report(`${channel} failed`, error)
        return { ok: false, error: { code: 'internal', message: String(error), details: {} } }
      }
    })
}
