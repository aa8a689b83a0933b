/** The Networks view as a user meets it: the figure on its pane, and what the core drew for it. */
import type { Page } from '@playwright/test'
import type { Drawing } from '../../../src/shared/contract/drawings.ts'
import type { Watched } from './host-ways.ts'
import { watchAnswers } from './host-ways.ts'
import { expect } from './index-app.ts'

/** The last drawing that the core gave; asked for by the page itself. */
export const watchDrawings = (page: Page): Watched<Drawing> => watchAnswers(page, 'networks.draw')

const MARGIN = 6

/** Where a node of the fitted figure stands on the page, in CSS px. */
export async function placeOf(page: Page, drawing: Drawing, id: string): Promise<{ x: number; y: number }> {
  const box = await page.locator('.network-canvas').boundingBox()
  const node = drawing.nodes.find((each) => each.id === id)
  if (!box || !node) throw new Error(`${id} is not on the page`)
  const { width, height } = drawing.frame
  const zoom = Math.min((box.width - 2 * MARGIN) / width, (box.height - 2 * MARGIN) / height)
  return {
    x: box.x + (box.width - width * zoom) / 2 + node.x * zoom,
    y: box.y + (box.height - height * zoom) / 2 + node.y * zoom,
  }
}

/** Opens a network and waits until it is drawn and its font is there. */
export async function openNetwork(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await expect(page.getByTestId('network-stage')).toBeVisible()
  await expect(page.getByTestId('network-stage')).toHaveAttribute('aria-busy', 'false')
  await page.evaluate('document.fonts.ready')
  // A figure is made for its pane: what it says may have changed the pane, and then it is made again.
  await page.waitForLoadState('networkidle')
}

/** All elements of a name in an XML text, as their attributes; read by the browser's own parser. */
export async function elementsOf(page: Page, xml: string, tag: string): Promise<Record<string, string>[]> {
  // As text: this file is checked without the page's types.
  const found = (await page.evaluate(`(() => {
    const parsed = new DOMParser().parseFromString(${JSON.stringify(xml)}, 'application/xml')
    if (parsed.querySelector('parsererror')) return parsed.querySelector('parsererror').textContent
    return [...parsed.getElementsByTagName('*')]
      .filter((element) => element.localName === ${JSON.stringify(tag)})
      .map((element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])))
  })()`)) as string | Record<string, string>[]
  if (typeof found === 'string') throw new Error(found)
  return found
}
