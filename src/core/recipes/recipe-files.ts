/** The files of a recipe: addresses, a script for each system, what to do, and the recipe itself for the import. */
import type { ParsedInputOf } from '../../shared/contract/index.ts'
import type { Recipe } from '../../shared/contract/recipes.ts'
import { translate } from '../../shared/i18n/index.ts'
import { powerShellScript } from './script-ps1.ts'
import { shellScript } from './script-sh.ts'
import { scriptWords } from './script-words.ts'

type Asked = ParsedInputOf<'recipes.make'>
type Unwritten = Omit<Recipe, 'files'>

export function recipeFiles(recipe: Unwritten, asked: Asked): Recipe['files'] {
  const { lists, step } = recipe
  return [
    { name: 'README.txt', text: readme(recipe, asked) },
    { name: 'get-data.sh', text: shellScript(lists, scriptWords(asked.language, 'sh', step)) },
    { name: 'get-data.ps1', text: powerShellScript(lists, scriptWords(asked.language, 'ps1', step)) },
    { name: 'addresses.txt', text: lists.map(({ name, address }) => `${name}\t${address}\n`).join('') },
    { name: 'data/recipe.json', text: recipeJson(recipe, asked) },
  ]
}

function recipeJson({ step, date, matcher, cities }: Unwritten, asked: Asked): string {
  const { countries, institutions, lineage, from, to, journals, fields } = asked
  const collectedFor = { cities, countries, institutions, lineage, from, to, journals, fields }
  const recipe = { format: 'science-cities-recipe', version: 1, step, date, matcher, collectedFor }
  return `${JSON.stringify(recipe, null, 2)}\n`
}

function readme({ step, date, matcher, lists, cities, commands }: Unwritten, asked: Asked): string {
  const say = (key: string, values = {}) => translate(asked.language, `recipes.readme.${key}`, values)
  const comma = translate(asked.language, 'common.comma')
  const places = [
    ...cities.map(({ name, country }) => `${name} (${country})`),
    ...asked.countries,
    ...asked.institutions,
  ].join(comma)
  const parts = [
    say('title', { places, from: asked.from, to: asked.to }),
    say('made', { date: date ?? say('noDate'), matcher: say(`matcher.${matcher}`) }),
    say(step === 1 ? 'first' : 'second', { lists: lists.length }),
    ...cities.flatMap(({ name, institutions: n }) =>
      n === null ? [] : [say('institutions', { city: name, n })],
    ),
    say('unknown'),
    say('key'),
    say('run'),
    say(step === 1 ? 'thenFirst' : 'then'),
    ...(step === 1 ? [] : [say('cut'), say('cli'), commands.join('\n')]),
    say('partners'),
  ]
  return `${parts.join('\n\n')}\n`
}
