/** The built page in parts, in the order in which they go out. */

const PLACE = '<div id="app"></div>'
const END = '</body>'
const SCRIPT = /<script type="module"[^>]* src="([^"]+)"><\/script>/

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
 * For a page that comes with its first screen, which takes the app's place. The script is fetched at once but runs
 * behind that screen: compiling it takes the time in which the core answers and the rows are painted.
 */
export function aroundScreen(page: string): PageParts {
  const [script = '', address = ''] = SCRIPT.exec(page) ?? []
  const fetched = `<link rel="preload" as="script" crossorigin href="${address}" />`
  const { head, end } = aroundAnswers(page.replace(script, script && fetched).replace(PLACE, ''))
  return { head, end: script + end }
}

/** The app's place with its first screen, or empty where there is none. */
export const placeWith = (screen: string | null): string =>
  screen === null ? PLACE : PLACE.replace('></div>', () => ` data-first-screen>${screen}</div>`)
