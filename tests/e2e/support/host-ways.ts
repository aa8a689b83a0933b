/**
 * What a host does its own way: files that are saved or chosen, and answers of the core on their way to the page. A
 * browser downloads, uploads and asks over HTTP; a desktop window shows dialogs and asks over IPC, so its host says how.
 */
import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import type { Result } from '../../../src/shared/contract/errors.ts'

export interface SavedFile {
  /** The name that the app offered. */
  fileName: string
  bytes: Buffer
}

export interface HostWays {
  /** Runs what makes the app save a file, and resolves with the file. */
  saveFile(act: () => Promise<unknown>): Promise<SavedFile>
  /** Runs what makes the app ask for files, and gives it these. */
  chooseFiles(paths: readonly string[], act: () => Promise<unknown>): Promise<void>
  /** Tells every answer to calls of this method. */
  onAnswer(method: string, told: (answer: Result<unknown>) => void): void | Promise<void>
}

const ways = new WeakMap<Page, HostWays>()

/** For hosts that are no browser. */
export const setHostWays = (page: Page, own: HostWays): void => void ways.set(page, own)

const waysOf = (page: Page): HostWays => ways.get(page) ?? browserWays(page)

function browserWays(page: Page): HostWays {
  return {
    async saveFile(act) {
      const waiting = page.waitForEvent('download')
      await act()
      const download = await waiting
      return { fileName: download.suggestedFilename(), bytes: await readFile(await download.path()) }
    },
    async chooseFiles(paths, act) {
      const waiting = page.waitForEvent('filechooser')
      await act()
      await (await waiting).setFiles([...paths])
    },
    onAnswer(method, told) {
      page.on('response', (response) => {
        if (!response.url().endsWith(`/api/call/${method}`)) return
        response.json().then(told, () => {}) // the page was left meanwhile
      })
    },
  }
}

export const saveFile: (page: Page, act: () => Promise<unknown>) => Promise<SavedFile> = (page, act) =>
  waysOf(page).saveFile(act)

export const chooseFiles = (
  page: Page,
  paths: readonly string[],
  act: () => Promise<unknown>,
): Promise<void> => waysOf(page).chooseFiles(paths, act)

/** The last good answer of a method that the page was given, and how many there were. */
export interface Watched<T> {
  last(): T
  count(): number
}

export function watchAnswers<T>(page: Page, method: string): Watched<T> {
  const values: T[] = []
  void waysOf(page).onAnswer(method, (answer) => {
    if (answer.ok) values.push(answer.value as T)
  })
  return {
    last() {
      const value = values.at(-1)
      if (value === undefined) throw new Error(`${method} was not answered yet`)
      return value
    },
    count: () => values.length,
  }
}
