/** The built page in parts, in the order in which they go out. */

const PLACE = '<div id="app"></div>'
const END = '</body>'
const SCRIPT = /<script type="module"[^>]* src="[^"]+"><\/script>/

export interface PageParts {
  /** Up to where something is to be put in. */
  head: string
  end: string
}

/** For a page whose view the screens' script draws: the script runs while the answers are on their way. */
export function aroundAnswers(page: string): PageParts {
  const at = page.includes(END) ? page.indexOf(END) : page.length
  return { head: page.slice(0, at), end: page.slice(at) }
}

/** Whether a screen can be written into it. */
export const hasPlace = (page: string): boolean => page.includes(PLACE)

/**
 * For a page that comes with its first screen, which takes the app's place. The script stands behind that screen: fetched
 * and compiled sooner, it takes the time in which the core answers and the rows are painted.
 */
export function aroundScreen(page: string): PageParts {
  const script = SCRIPT.exec(page)?.[0] ?? ''
  const { head, end } = aroundAnswers(page.replace(script, '').replace(PLACE, ''))
  return { head, end: script + end }
}

/** The app's place: empty, or around a first screen. */
export const place = { empty: PLACE, begin: PLACE.replace('></div>', ' data-first-screen>'), end: '</div>' }
