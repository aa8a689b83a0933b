/**
 * The core's events for all tabs of a browser by one stream: a browser keeps six connections to one host, and a tab
 * that holds one for good would leave the seventh none. The tab that has the lock listens and tells the others; when
 * it goes, the next in line does.
 */
import type { CoreEvent } from '../../../shared/contract/events.ts'

const NAME = 'science-cities events'
/** After a stream that ended, time for another tab to be let in, or for the host to be there again. */
const RETRY_MS = 3000
/** What was heard last may have been said this long before; to hear a thing twice does no harm. */
const MARGIN_MS = 1000

type Heard = (event: CoreEvent) => void

/** Tells `heard` of every event from now on, whichever tab it reaches first. */
export async function listenToEvents(heard: Heard): Promise<void> {
  const tabs = 'locks' in navigator && 'BroadcastChannel' in globalThis ? new BroadcastChannel(NAME) : null
  // What is said while no tab listens, between two streams, is asked for by the next.
  let since = Date.now()
  const note: Heard = (event) => {
    since = Date.now() - MARGIN_MS
    heard(event)
  }
  if (tabs) tabs.onmessage = ({ data }: MessageEvent<CoreEvent>) => note(data)
  const listen = () =>
    streamTo(since, (event) => {
      note(event)
      tabs?.postMessage(event)
    })
  for (;;) {
    await (tabs ? navigator.locks.request(NAME, listen) : listen())
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
  }
}

/** Resolves when the stream has ended. */
function streamTo(since: number, heard: Heard): Promise<void> {
  const stream = new EventSource(`/api/events?since=${since}`)
  stream.onmessage = ({ data }: MessageEvent<string>) => heard(JSON.parse(data) as CoreEvent)
  return new Promise((resolve) => {
    stream.onerror = () => {
      stream.close() // opened again, it asks for what was said meanwhile
      resolve()
    }
  })
}
