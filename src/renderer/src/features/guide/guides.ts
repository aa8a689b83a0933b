/** The guides and their pictures, bundled with the app: both are there without a network. */
import en from '../../../../../docs/guide.en.md?raw'
import zh from '../../../../../docs/guide.zh.md?raw'
import type { Language } from '../../../../shared/domain/language.ts'

export const GUIDES: Record<Language, string> = { en, zh }

const files = import.meta.glob<string>('../../../../../docs/screens/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
})

/** Address of a picture by the name of its file; undefined where there is none. */
export const pictureOf = (file: string): string | undefined => files[`../../../../../docs/screens/${file}`]
