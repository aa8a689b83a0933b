/**
 * The first screen as markup, drawn by the screens' own components before their script runs in a page, which then takes its
 * place. Until then it can do nothing and says so (`inert`, `aria-busy`). It is built by itself
 * (scripts/support/first-screen.ts) and loaded by the hosts, which give it the answers that they have.
 */
import { LANGUAGE_MARKS } from '../../shared/domain/language.ts'
import { createPinia, disposePinia } from 'pinia'
import type { App as Screens } from 'vue'
import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { createMemoryHistory } from 'vue-router'
import type { FirstScreen, ScreenDrawer, Visitor } from '../../shared/address/first-screen.ts'
import { createClient } from '../../shared/contract/client.ts'
import type { Result } from '../../shared/contract/errors.ts'
import type { RankingList } from '../../shared/contract/rankings.ts'
import { isPartial } from '../../shared/screens/lines.ts'
import App from './App.vue'
import { useRankingsStore } from './features/rankings/ranking-store.ts'
import Rankings from './features/rankings/Rankings.vue'
import { makeI18n } from './i18n/make-i18n.ts'
import { withoutScripts } from './markup.server.ts'
import { makeRouter } from './shell/router.ts'
import { useDatasets } from './stores/datasets.ts'
import { provideConnection } from './transport/useClient.ts'
import { drawForKeyboard } from './ui/view/useKeys.ts'

/** Rows above the fold of any window: one further down would have to be scrolled to. */
const IN_SIGHT = 12

const AROUND = '</div></div>'

function opening({ language }: Visitor): string {
  const lang = LANGUAGE_MARKS[language].tag
  return `<div class="first-screen" lang="${lang}" data-language="${language}" inert aria-busy="true"><div class="app">`
}

export const beginningOf: ScreenDrawer['beginningOf'] = async (asked) =>
  opening(asked.visitor) + partsOf(await drawScreens(asked)).rail

export const nothingMore: ScreenDrawer['nothingMore'] = `</nav>${AROUND}`

export const restOf: ScreenDrawer['restOf'] = async (asked, beginning) => {
  const { strip, rail, view } = partsOf(await drawScreens(asked))
  const drawn = opening(asked.visitor) + rail
  if (!drawn.startsWith(beginning ?? '')) throw new Error('the screen began otherwise')
  const shown = showsRows(asked) ? view : `<div class="first-head">${view}</div>`
  return drawn.slice(beginning?.length ?? 0) + '</nav>' + strip + shown + AROUND
}

const PARTS = /^<a class="skip".*?<\/a><div class="app">(<header .*?<\/header>)(<nav .*?)<\/nav>(.*)<\/div>$/s

/** The screens part by part. The rail goes out first, as all of it but its foot is known before the core has answered. */
function partsOf(drawn: string): { strip: string; rail: string; view: string } {
  const [, strip, rail, view] = PARTS.exec(withoutScripts(drawn)) ?? []
  if (!strip || !rail || !view) throw new Error('the screens have other parts')
  return { strip, rail, view }
}

async function drawScreens({ query, visitor, answers }: FirstScreen): Promise<string> {
  const app = createSSRApp(App)
  const pinia = createPinia()
  const router = makeRouter(createMemoryHistory())
  // The one view that is drawn is here already; of the others only the ways to them are.
  router.addRoute({ path: '/', name: 'rankings', component: Rankings })
  provideConnection(app, connectionTo(answers))
  app.use(pinia).use(router).use(makeI18n(visitor.language))
  const { language: lang, theme } = visitor
  await router.push({ path: '/', query: { ...query, lang, theme } })
  await app.runWithContext(() => given(answers))
  try {
    return await drawNow(app, visitor.isApple)
  } finally {
    disposePinia(pinia)
  }
}

/** What stands in modules (keyboard, status line) is of this screen alone, as it is drawn without a pause. */
function drawNow(app: Screens, isApple: boolean): Promise<string> {
  drawForKeyboard(isApple)
  return renderToString(app)
}

type Answers = FirstScreen['answers']

/** A core that has said what it has; on all else the screens wait. */
function connectionTo(answers: Answers) {
  const of = (name: string) => answers.find((each) => each.name === name)?.result
  return {
    client: createClient({
      call: (name) => {
        const result = of(name)
        return result ? Promise.resolve(result) : new Promise<Result<unknown>>(() => {})
      },
      subscribe: () => () => {},
    }),
    host: new Promise<never>(() => {}),
    onCommand() {},
  }
}

/** Puts the answers where the components find them: a screen that is drawn once cannot wait for them. */
async function given(answers: Answers): Promise<void> {
  const has = (name: string) => answers.some((each) => each.name === name)
  const datasets = useDatasets()
  const rankings = useRankingsStore()
  if (has('datasets.list')) await datasets.refresh()
  const input = answers.find(({ name }) => name === 'rankings.list')?.input
  if (input) await rankings.load(input as Parameters<typeof rankings.load>[0])
  // The view asks again when it is set up; its rows are those.
  if (input) rankings.load = () => Promise.resolve()
}

/** Whether the rows can be drawn by a host, which knows no width: those of a whole table that is shown from its top. */
function showsRows({ query, answers }: FirstScreen): boolean {
  const result = answers.find(({ name }) => name === 'rankings.list')?.result
  if (!result?.ok) return true
  const list = result.value as RankingList
  return !isPartial(list) && list.rows.findIndex(({ id }) => id === query['at']) <= IN_SIGHT
}
