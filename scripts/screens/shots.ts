/** The pictures of README and the guides: which view, in which language and size, and what is done before it is taken. */
import type { Page } from '@playwright/test'
import type { Language } from '../../src/shared/domain/language.ts'

export interface Shot {
  /** The picture's file is `<name>.<language>.png`. */
  name: string
  language: Language
  /** Path and query, without the language. */
  address: string
  width: number
  height: number
  theme?: 'light' | 'dark'
  /** What a reader would do, once the view stands. */
  act?: (page: Page) => Promise<void>
  /** The part of the page that is kept; all of it where absent. */
  part?: string
}

const SIZE = { width: 1280, height: 800 }
const THREE = 'cities=beijing,shanghai,london'

/** Figures of the overlays are drawn late: the sheet is whole once its picture holds words. */
const words = (page: Page, part: string) => page.locator(part).first().waitFor()

async function intervals(page: Page): Promise<void> {
  await page.keyboard.press('i')
  // Thousand replicates of 340,000 articles: the progress comes, and goes.
  await page
    .locator('[data-part=band-progress]')
    .waitFor({ timeout: 5000 })
    .catch(() => {})
  await page.locator('[data-part=band-progress]').waitFor({ state: 'detached', timeout: 120_000 })
}

/** In both languages: each guide shows the app as its readers see it. */
const OF_GUIDES: readonly Omit<Shot, 'language'>[] = [
  { name: 'rankings', address: '/', ...SIZE },
  {
    name: 'palette',
    address: '/',
    ...SIZE,
    part: '.palette',
    act: async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByTestId('palette-input').fill('bj')
      await words(page, '[data-option=city-beijing]')
    },
  },
  { name: 'compare', address: `/compare?dataset=sample&${THREE}`, ...SIZE, act: intervals },
  {
    name: 'derivation',
    address: '/cities/beijing?dataset=sample',
    ...SIZE,
    act: async (page) => {
      await page.keyboard.press('d')
      await words(page, '[data-part=lens-parts]')
    },
  },
  {
    name: 'slide',
    address: '/?at=nanjing',
    ...SIZE,
    act: async (page) => {
      await page.keyboard.press('Control+e')
      await words(page, '[data-part=picture] text')
    },
  },
]

/** Of README alone. */
const OF_README: readonly Shot[] = [
  { name: 'city', language: 'en', address: '/cities/beijing?dataset=sample', ...SIZE },
  { name: 'network', language: 'en', address: '/networks?dataset=sample&city=beijing&n=10', ...SIZE },
]

export const SHOTS: readonly Shot[] = [
  ...OF_README,
  ...(['en', 'zh'] as const).flatMap((language) => OF_GUIDES.map((shot) => ({ ...shot, language }))),
]

export const fileOf = ({ name, language }: Shot): string => `${name}.${language}.png`
