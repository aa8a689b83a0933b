/** The files of a recipe of single works: their ids as the scripts look for them, addresses, scripts, what to do. */
import type { MissingWorks, Recipe } from '../../shared/contract/recipes.ts'
import type { Language } from '../../shared/domain/language.ts'
import { formatNumber } from '../../shared/format/numbers.ts'
import { translate } from '../../shared/i18n/index.ts'
import { workAddress } from './addresses.ts'
import { powerShellScript } from './script-ps1.ts'
import { shellScript } from './script-sh.ts'
import { scriptWords } from './script-words.ts'

interface Listed extends Omit<MissingWorks, 'files'> {
  ids: readonly number[]
  /** Whether articles with authors without an institution are listed as well. */
  both: boolean
}

interface Asked {
  dataset: string
  language: Language
  date?: string | undefined
}

export function missingFiles(listed: Listed, asked: Asked): Recipe['files'] {
  const names = listed.ids.map((id) => `W${id}`)
  const results = names.map((name) => `  {"id":"https://openalex.org/${name}"}`).join(',\n')
  const { language } = asked
  return [
    { name: 'README.txt', text: readme(listed, asked) },
    { name: 'get-data.sh', text: shellScript([], scriptWords(language, 'sh', 2), true) },
    { name: 'get-data.ps1', text: powerShellScript([], scriptWords(language, 'ps1', 2), true) },
    { name: 'addresses.txt', text: names.map((name) => `${name}\t${workAddress(name)}\n`).join('') },
    { name: 'lists/missing-ids-00001.json', text: `{"results":[\n${results}\n]}\n` },
  ]
}

function readme(listed: Listed, { dataset, language, date }: Asked): string {
  const say = (key: string, values = {}) => translate(language, `recipes.${key}`, values)
  const number = (n: number) => formatNumber(n, 0, language)
  const { cut, withoutInstitution, both } = listed
  const all = (cut ?? 0) + (both ? withoutInstitution : 0)
  const parts = [
    say('missing.title', { dataset, date: date ?? say('readme.noDate') }),
    cut === null ? say('missing.cutUnknown') : say('missing.cut', { n: number(cut) }),
    ...(both ? [say('missing.without', { n: number(withoutInstitution) })] : []),
    ...(all > listed.listed
      ? [say('missing.bounded', { shown: number(listed.listed), total: number(all) })]
      : []),
    say('missing.newer'),
    say('readme.key'),
    say('readme.run'),
    say('missing.then', { dataset }),
  ]
  return `${parts.join('\n\n')}\n`
}
