/** Files and folders of the disk that a person lets fall on the window. */
import type { Page } from '@playwright/test'

interface Falling {
  /** In pixels of the window; its middle unless told. */
  at?: { x: number; y: number }
  /** What happens while the files are held over the window. */
  held?: () => Promise<unknown>
}

/** A real drop by the browser itself, so that folders are folders. */
export async function dropOnWindow(page: Page, paths: readonly string[], { at, held }: Falling = {}) {
  const size =
    page.viewportSize() ??
    (await page.evaluate<{ width: number; height: number }>('({ width: innerWidth, height: innerHeight })'))
  const { x, y } = at ?? { x: size.width / 2, y: size.height / 2 }
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    if (type === 'drop') await held?.()
    await session.send('Input.dispatchDragEvent', { type, x, y, data })
  }
  await session.detach()
}
