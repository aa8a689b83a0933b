import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** A desktop window lets nobody open the page of its own that axe would work in. */
const isDesktop = (page: Page): boolean => page.context().browser() === null

/** What of WCAG 2.2 AA the page violates, one line a rule with the places. */
export async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(isDesktop(page))
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}
