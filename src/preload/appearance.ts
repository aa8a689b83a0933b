/**
 * The language and theme that the page shows, read from its root element: what the screens set there anyway is
 * what the native menu, the dialogs and the next start's background follow.
 */

import type { Language } from '../shared/domain/language.ts'
import { languageOf } from '../shared/domain/language.ts'

/** The little of the DOM that is used here; its types stay out of the Node side of the project. */
interface RootElement {
  lang: string
  dataset: Record<string, string | undefined>
}
interface Page {
  document: {
    documentElement: RootElement | null
    addEventListener(type: 'DOMContentLoaded', listener: () => void): void
  }
  MutationObserver: new (callback: () => void) => {
    observe(target: RootElement, options: { attributeFilter: string[] }): void
  }
}

export interface ShownAppearance {
  language: Language | null
  theme: 'light' | 'dark' | null
}

export function appearanceOf(root: RootElement): ShownAppearance {
  const theme = root.dataset['theme']
  return {
    language: languageOf(root.lang),
    theme: theme === 'light' || theme === 'dark' ? theme : null,
  }
}

/** Calls `tell` once the page stands and again whenever its language or theme changes. */
export function watchAppearance(tell: (shown: ShownAppearance) => void): void {
  const { document, MutationObserver } = globalThis as unknown as Page
  document.addEventListener('DOMContentLoaded', () => {
    const root = document.documentElement
    if (root === null) return
    let told = ''
    const look = () => {
      const shown = appearanceOf(root)
      const now = JSON.stringify(shown)
      if (now === told) return
      told = now
      tell(shown)
    }
    new MutationObserver(look).observe(root, { attributeFilter: ['lang', 'data-theme'] })
    look()
  })
}
