/** Files and folders of the disk that a person lets fall on the window. */
import type { Page } from '@playwright/test'

/** A real drop by the browser itself, so that folders are folders. At the middle of the window unless told where. */
export async function dropOnWindow(page: Page, paths: readonly string[], at?: { x: number; y: number }) {
  const size = page.viewportSize() ?? { width: 0, height: 0 }
  const { x, y } = at ?? { x: size.width / 2, y: size.height / 2 }
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data })
  }
  await session.detach()
}
