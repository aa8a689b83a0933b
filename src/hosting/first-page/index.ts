/**
 * A page as it becomes known: its head at once, then the frame of the first screen, then, when the core has answered, the
 * rest of that screen as markup and, where the page takes them from there, the first answers.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Core } from '../../core/create-core.ts'
import type { FirstAnswers } from '../../shared/address/first-answers.ts'
import { firstAnswersElement } from '../../shared/address/first-answers.ts'
import type { FirstCall } from '../../shared/address/first-calls.ts'
import { firstCalls } from '../../shared/address/first-calls.ts'
import type { FirstScreen, ScreenDrawer, Visitor } from '../../shared/address/first-screen.ts'
import type { Query } from '../../shared/address/query.ts'
import { RANKING_SORTS } from '../../shared/domain/ranking-sorts.ts'
import { KeptScreen, KeptScreens } from './kept.ts'
import { aroundAnswers, aroundScreen, hasPlace, place } from './page.ts'
import { headFor } from './visitor.ts'

export interface PageSource {
  /** Of one with a data folder, first screens are kept for the next start. */
  core: Pick<Core, 'call'> & Partial<Pick<Core, 'dataDir'>>
  /** Folder of the built screens; what draws the first of them lies beside it. */
  screensDir: string
}

export interface AskedPage {
  /** The built page. */
  page: string
  path: string
  query: Query
  visitor: Visitor
  /** What the host says of itself where its pages read the first answers from the page; else null. */
  host: FirstAnswers['host'] | null
}

export async function* pageParts({ core, screensDir }: PageSource, asked: AskedPage): AsyncGenerator<string> {
  const { page, path, query, visitor, host } = asked
  const calls = firstCalls(path, query, RANKING_SORTS)
  const isDrawn = hasPlace(page) && calls.some(({ name }) => name === 'rankings.list')
  const { head, end } = isDrawn ? aroundScreen(page) : aroundAnswers(page)
  const asking = answersTo(core, calls)
  yield headFor(head, visitor)
  if (isDrawn) yield* screenParts({ screensDir, dataDir: core.dataDir }, { query, visitor }, asking)
  const answers = await asking
  yield (host ? firstAnswersElement({ host, answers }) : '') + end
}

type Answers = FirstAnswers['answers']

/** By then the page has gone out; and then it is painted and its script has run. */
const KEEP_AFTER_MS = { whole: 100, frame: 3000 } as const

type Asked = Pick<AskedPage, 'query' | 'visitor'>
interface Folders {
  screensDir: string
  dataDir: string | undefined
}

/**
 * The app's place with its first screen: as it was drawn at an earlier start, else drawn now. The frame goes ahead where
 * the core takes longer than the loading of what draws.
 */
async function* screenParts(
  folders: Folders,
  asked: Asked,
  asking: Promise<Answers>,
): AsyncGenerator<string> {
  const { screensDir } = folders
  const kept = keptIn(folders)?.of(asked) ?? null
  const earlier = kept?.read() ?? null
  if (earlier?.frame) yield place.begin + earlier.frame
  if (earlier && earlier.answers === KeptScreen.digest(await asking)) {
    return yield (earlier.frame ? '' : place.begin) + earlier.rest + place.end
  }
  const drawer = await drawerOf(screensDir).catch(leftToPage)
  if (!drawer) return yield earlier?.frame ? place.end : place.empty
  const isEarly = earlier !== null || (await isDoneBy(asking))
  const frame =
    earlier?.frame ?? (isEarly ? null : await drawer.beginningOf({ ...asked, answers: [] }).catch(leftToPage))
  if (frame && !earlier?.frame) yield place.begin + frame
  const answers = await asking
  const rest = await drawer.restOf({ ...asked, answers }, frame).catch(leftToPage)
  if (frame) yield (rest ?? drawer.nothingMore) + place.end
  else yield rest ? place.begin + rest + place.end : place.empty
  if (!rest || !kept) return
  setTimeout(
    () => kept.write({ answers: KeptScreen.digest(answers), frame, rest }),
    KEEP_AFTER_MS.whole,
  ).unref()
  if (frame === null) keepFrameLater(kept, drawer, { ...asked, answers })
}

/** When the page has long come: a start that follows begins with the frame while the core answers. */
function keepFrameLater(kept: KeptScreen, drawer: ScreenDrawer, asked: FirstScreen): void {
  setTimeout(async () => {
    try {
      const frame = await drawer.beginningOf({ ...asked, answers: [] })
      const rest = await drawer.restOf(asked, frame)
      kept.write({ answers: KeptScreen.digest(asked.answers), frame, rest })
    } catch {
      // the whole that is kept serves as well
    }
  }, KEEP_AFTER_MS.frame).unref()
}

function keptIn({ screensDir, dataDir }: Folders): KeptScreens | null {
  try {
    return dataDir === undefined ? null : new KeptScreens(dataDir, drawerPath(screensDir))
  } catch {
    return null // without what draws there is nothing to keep
  }
}

const drawerPath = (screensDir: string) => join(screensDir, '..', 'first-screen', 'first-screen.js')
const drawerOf = (screensDir: string): Promise<ScreenDrawer> =>
  import(/* @vite-ignore */ pathToFileURL(drawerPath(screensDir)).href)

/** Whether it is done when all that has come in meanwhile has been heard. */
async function isDoneBy(work: Promise<unknown>): Promise<boolean> {
  const later = new Promise<false>((resolve) => setImmediate(() => setImmediate(() => resolve(false))))
  return Promise.race([work.then(() => true), later])
}

/** The page stands without a first screen. */
function leftToPage(error: unknown): null {
  console.error('the first screen was left to the page:', error)
  return null
}

/** The first answers. What failed is left out, as a page without it still stands: it asks again and says what is wrong. */
async function answersTo(core: Pick<Core, 'call'>, calls: readonly FirstCall[]): Promise<Answers> {
  const answered = calls.map(async (call) => ({ ...call, result: await core.call(call.name, call.input) }))
  return (await Promise.allSettled(answered))
    .flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    .filter(({ result }) => result.ok)
}
