/** The words that the shell itself says. Those of the screens and the files would hold back every start. */
import type { Language } from '../shared/domain/language.ts'
import { errors } from '../shared/i18n/en/errors.ts'
import { menu } from '../shared/i18n/en/menu.ts'
import { shell } from '../shared/i18n/en/shell.ts'
import { errors as errorsZh } from '../shared/i18n/zh/errors.ts'
import { menu as menuZh } from '../shared/i18n/zh/menu.ts'
import { shell as shellZh } from '../shared/i18n/zh/shell.ts'

export interface ShellWords {
  /** Menu, dialogs and message boxes. */
  menu: typeof menu
  /** The views, by name. */
  views: (typeof shell)['view']
  /** A file of the app is not the one that was packed. */
  damaged: (typeof errors)['app-damaged']
}

export const WORDS: Record<Language, ShellWords> = {
  en: { menu, views: shell.view, damaged: errors['app-damaged'] },
  zh: { menu: menuZh, views: shellZh.view, damaged: errorsZh['app-damaged'] },
}
