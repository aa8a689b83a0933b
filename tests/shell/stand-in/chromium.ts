/** A browser of this machine to show windows in; `npm test` sees to it that there is one where it can be had. */
import type { Browser } from '@playwright/test'
import { chromium } from '@playwright/test'
import { existsSync } from 'node:fs'
import { findBrowser, quietFlags } from '../../../scripts/support/browsers.ts'

/** Path of a Chromium, Chrome or Edge, or of Playwright's from an earlier download; null where there is none. */
export function findChromium(): string | null {
  const fetched = chromium.executablePath()
  return findBrowser() ?? (existsSync(fetched) ? fetched : null)
}

export function launchChromium(path: string): Promise<Browser> {
  return chromium.launch({ executablePath: path, args: quietFlags() })
}
