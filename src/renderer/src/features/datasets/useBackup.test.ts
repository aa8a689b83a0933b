import { flushPromises } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { expect, it, vi } from 'vitest'
import { createApp } from 'vue'
import type { Client } from '../../../../shared/contract/client.ts'
import { AppError } from '../../../../shared/contract/errors.ts'
import type { ChosenFolder, HandingOver, HostCapabilities } from '../../../../shared/contract/host.ts'
import { provideConnection } from '../../transport/useClient.ts'
import { useBackup } from './useBackup.ts'

/** A host whose sending, and a core whose answers, end when the test says so. */
function open() {
  const sendings: { told: HandingOver; end(chosen: ChosenFolder | null): void }[] = []
  const answers: { method: string; give(value: unknown): void; refuse(error: AppError): void }[] = []
  const released: string[] = []
  const saveFile = vi.fn<HostCapabilities['saveFile']>()
  const host = {
    chooseFiles: (_what: string, told: HandingOver) =>
      new Promise<ChosenFolder | null>((end) => sendings.push({ told, end })),
    releaseFiles: async (token: string) => void released.push(token),
    saveFile,
  } as unknown as HostCapabilities
  const call = (method: string) =>
    new Promise((give, refuse) => answers.push({ method, give, refuse: (error) => refuse(error) }))
  const app = createApp({})
  const pinia = createPinia()
  app.use(pinia)
  const client = { call, subscribe: () => () => {} } as unknown as Client
  provideConnection(app, { client, host: Promise.resolve(host), onCommand() {} })
  const backup = app.runWithContext(() => useBackup(pinia))
  /** Chooses a file, and has the host and the core take it. */
  async function chosen(token: string): Promise<void> {
    void backup.choose()
    await flushPromises()
    sendings.at(-1)?.end({ token, name: token, files: [`${token}.zip`] })
    await flushPromises()
    answers.at(-1)?.give({ file: `${token}.zip`, datasets: [], lists: [], leftOut: [] })
    await flushPromises()
  }
  return { backup, sendings, answers, released, saveFile, chosen }
}

it('tells how far the sending is, looks into the file, and asks', async () => {
  const { backup, sendings, answers } = open()
  backup.begin('restore')
  void backup.choose()
  await flushPromises()
  expect(backup.phase).toBe('choosing')
  expect(sendings[0]?.told(32, 64)).toBe(true)
  expect([backup.phase, backup.sent]).toEqual(['sending', { sent: 32, total: 64 }])
  sendings[0]?.end({ token: 'one', name: 'b.zip', files: ['b.zip'] })
  await flushPromises()
  expect([backup.phase, answers[0]?.method]).toEqual(['looking', 'backups.preview'])
  answers[0]?.give({ file: 'b.zip' })
  await flushPromises()
  expect([backup.phase, backup.file?.token]).toEqual(['asking', 'one'])
})

it('stops the sending, and can be asked again', async () => {
  const { backup, sendings, chosen } = open()
  backup.begin('restore')
  void backup.choose()
  await flushPromises()
  sendings[0]?.told(32, 96)
  backup.stop()
  expect(backup.phase).toBe('choosing')
  expect(sendings[0]?.told(64, 96)).toBe(false)
  sendings[0]?.end(null)
  await flushPromises()
  expect([backup.phase, backup.sent]).toEqual(['choosing', null])
  await chosen('two')
  expect([backup.phase, backup.file?.token]).toEqual(['asking', 'two'])
})

it('opens no panel again that was closed while a file was sent or looked into, and lets the file go', async () => {
  const { backup, sendings, answers, released } = open()
  backup.begin('restore')
  void backup.choose()
  await flushPromises()
  sendings[0]?.told(1, 2)
  backup.close()
  expect(sendings[0]?.told(2, 2)).toBe(false)
  sendings[0]?.end({ token: 'late', name: '', files: [] })
  await flushPromises()
  expect([backup.phase, released, answers]).toEqual(['closed', ['late'], []])

  backup.begin('restore')
  void backup.choose()
  await flushPromises()
  sendings[1]?.end({ token: 'later', name: '', files: [] })
  await flushPromises()
  backup.close()
  answers[0]?.refuse(new AppError('backup-foreign', 'no backup'))
  await flushPromises()
  expect([backup.phase, backup.error, released]).toEqual(['closed', null, ['late', 'later']])
})

it('does not show a running backup as idle when a choice of before ends', async () => {
  const { backup, sendings, saveFile, released } = open()
  saveFile.mockReturnValue(new Promise(() => {}))
  backup.begin('restore')
  void backup.choose()
  await flushPromises()
  backup.begin('backup')
  void backup.start()
  sendings[0]?.told(1, 2)
  sendings[0]?.end({ token: 'late', name: '', files: [] })
  await flushPromises()
  expect([backup.phase, released]).toEqual(['running', ['late']])
  await backup.start()
  expect(saveFile).toHaveBeenCalledOnce()
})

it('lets the copy go on close, on another choice, where it is no backup, and once it is restored', async () => {
  const { backup, sendings, answers, released, chosen } = open()
  backup.begin('restore')
  await chosen('one')
  backup.close()
  await flushPromises()
  expect(released).toEqual(['one'])
  backup.begin('restore')
  await chosen('two')
  await chosen('three')
  expect(released).toEqual(['one', 'two'])
  void backup.start()
  await flushPromises()
  answers.at(-1)?.refuse(new AppError('disk-full', 'full'))
  await flushPromises()
  // Kept for another try.
  expect([backup.phase, released]).toEqual(['failed', ['one', 'two']])
  backup.again()
  void backup.start()
  await flushPromises()
  answers.at(-1)?.give({ file: 'three.zip' })
  await flushPromises()
  expect([backup.phase, released]).toEqual(['done', ['one', 'two', 'three']])

  backup.begin('restore')
  void backup.choose()
  await flushPromises()
  sendings.at(-1)?.end({ token: 'four', name: '', files: [] })
  await flushPromises()
  answers.at(-1)?.refuse(new AppError('backup-foreign', 'no backup'))
  await flushPromises()
  expect([backup.phase, released.at(-1)]).toEqual(['failed', 'four'])
})

it('tells of each backup what the host told of it, and nothing of the one before', async () => {
  const { backup, saveFile } = open()
  const leftOut = [{ what: 'mine', code: 'dataset-damaged' as const }]
  saveFile.mockResolvedValueOnce({ savedAs: 'a.zip', backedUp: { datasets: 4, leftOut } })
  backup.begin('backup')
  await backup.start()
  expect([backup.phase, backup.made]).toEqual([
    'done',
    { savedAs: 'a.zip', backedUp: { datasets: 4, leftOut } },
  ])
  saveFile.mockResolvedValueOnce({ savedAs: 'b.zip' })
  backup.begin('backup')
  await backup.start()
  expect(backup.made).toEqual({ savedAs: 'b.zip' })
})
