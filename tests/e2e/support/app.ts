/** What a journey needs of the app, whichever host shows it. A project of playwright.config.ts names the module. */
import type { BrowserContext, Page } from '@playwright/test'

export interface OpenedApp {
  page: Page
  /** Address of a view, e.g. `url('/cities/beijing')`. */
  url(path: string): string
}

export interface StartedApp {
  /** Opens the app for one test. A host with a window of its own may leave the browser's context aside. */
  open(context: BrowserContext): Promise<OpenedApp>
  close(): Promise<void>
}

/** Default export of a host's module: starts the built app on a data folder of its own. */
export type StartApp = (options: { dataDir: string }) => Promise<StartedApp>
