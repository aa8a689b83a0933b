/** The first screen that a host writes into the page: for whom, and from which answers. */
import type { Language } from '../domain/language.ts'
import type { FirstAnswers } from './first-answers.ts'
import type { Query, Theme } from './query.ts'

export interface Visitor {
  language: Language
  /** As the address says; otherwise light, until the page asks the system. */
  theme: Theme
  isApple: boolean
}

export interface FirstScreen {
  /** Of the address. */
  query: Query
  visitor: Visitor
  /** Of the first calls, those that have been answered. */
  answers: FirstAnswers['answers']
}

/** What draws it: built from the screens' components, loaded by a host. */
export interface ScreenDrawer {
  /**
   * What can be drawn while the core answers: the views, in the visitor's language. With their words the page also has its
   * fonts, which the rows then need not wait for. Closed by `restOf` or `nothingMore`.
   */
  beginningOf(asked: FirstScreen): Promise<string>
  /** What follows on `beginning`, which was drawn for the same visitor and address; the whole where there is none. */
  restOf(asked: FirstScreen, beginning: string | null): Promise<string>
  /** Closes the beginning where there are no answers to draw. */
  nothingMore: string
}
