/** What the guides name is in the app: words on the screen, keys, pictures; and both say the same in the same order. */
import { describe, expect, test } from 'vitest'
import readme from '../../../../../README.md?raw'
import { KEY_GROUPS } from '../../../../shared/screens/keys.ts'
import { messages } from '../../../../shared/i18n/index.ts'
import { GUIDES, pictureOf } from './guides.ts'
import type { Block, Inline, Line } from './markdown.ts'
import { readGuide } from './markdown.ts'

const LANGUAGES = ['en', 'zh'] as const
const screens = Object.keys(import.meta.glob('../../../../../docs/screens/*')).map((path) =>
  path.slice(path.lastIndexOf('/') + 1),
)

const linesOf = (block: Block): readonly Line[] => {
  if (block.kind === 'paragraph') return [block.line]
  if (block.kind === 'list') return block.items
  return block.kind === 'table' ? [...block.head, ...block.rows.flat()] : []
}
const blocksOf = (language: 'en' | 'zh'): Block[] => {
  const { lead, sections } = readGuide(GUIDES[language])
  return [...lead, ...sections.flatMap(({ blocks }) => blocks)]
}
const partsOf = (language: 'en' | 'zh', kind: Inline['kind']): string[] =>
  blocksOf(language)
    .flatMap(linesOf)
    .flat()
    .filter((part) => part.kind === kind)
    .map(({ text }) => text)
const picturesOf = (language: 'en' | 'zh'): string[] =>
  blocksOf(language).flatMap((block) => (block.kind === 'picture' ? [block.file] : []))

/** Every word of a language; `{format}` and the like stand for anything. */
function wordsOf(tree: unknown): string[] {
  if (typeof tree === 'string') return [tree]
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(wordsOf) : []
}

describe.each(LANGUAGES)('the guide in %s', (language) => {
  test('names nothing that is not on a screen', () => {
    const words = new Set(wordsOf(messages[language]))
    const names = partsOf(language, 'name')
    expect(names.length).toBeGreaterThan(30)
    // What the guide's own first line says of bold words is no name.
    expect(names.filter((name) => !words.has(name) && !['bold', '粗体'].includes(name))).toEqual([])
  })

  test('names no key that the key sheet does not tell', () => {
    const told = new Set(KEY_GROUPS.flatMap(({ keys }) => keys.flatMap((each) => each.keys)))
    // Digits are told as a span; what is typed, and how the command key of a Mac looks, is told by the text.
    const typed = ['bj', '⌘K', 'keys', '按键', ...'123456789']
    const keys = partsOf(language, 'key')
    expect(keys.length).toBeGreaterThan(15)
    expect(keys.filter((key) => !told.has(key) && !typed.includes(key))).toEqual([])
  })

  test('is understood to the last sign', () => {
    const left = blocksOf(language)
      .flatMap(linesOf)
      .flat()
      .filter(({ text }) => /[*`[\]<>|#]/.test(text))
    expect(left).toEqual([])
  })

  test('shows pictures of its own language, and each is there', () => {
    const pictures = picturesOf(language)
    expect(pictures.length).toBeGreaterThanOrEqual(4)
    expect(pictures.filter((file) => !file.endsWith(`.${language}.png`))).toEqual([])
    expect(pictures.filter((file) => !pictureOf(file))).toEqual([])
  })
})

test('both guides have the same parts, keys and pictures in the same order', () => {
  const shape = (language: 'en' | 'zh') =>
    readGuide(GUIDES[language]).sections.map(({ blocks }) => blocks.map(({ kind }) => kind))
  expect(shape('zh')).toEqual(shape('en'))
  expect([...partsOf('zh', 'key')].sort()).toEqual(
    [...partsOf('en', 'key')].map((key) => (key === 'keys' ? '按键' : key)).sort(),
  )
  expect(picturesOf('zh').map((file) => file.replace('.zh.', '.en.'))).toEqual(picturesOf('en'))
})

test('every picture that README names exists, and none lies in docs/screens unused', () => {
  const named = [...readme.matchAll(/docs\/screens\/([\w.-]+)/g)].map(([, file]) => file)
  expect(new Set(named).size).toBe(4)
  expect([...new Set([...named, ...LANGUAGES.flatMap(picturesOf)])].sort()).toEqual(screens.sort())
})
