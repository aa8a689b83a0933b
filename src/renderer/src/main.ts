import './styles/index.css'
import './styles/first-screen.css'
import './styles/first-screen-room.css'
import { createPinia } from 'pinia'
import { createApp, watch } from 'vue'
import App from './App.vue'
import { provideConnection } from './transport/useClient.ts'
import { placeIsFree } from './first-screen.ts'
import { makeI18n } from './i18n/make-i18n.ts'
import { makeRouter } from './shell/router.ts'
import { useSession } from './stores/session.ts'
import { connect } from './transport/index.ts'

async function start(): Promise<void> {
  await placeIsFree()
  const app = createApp(App)
  const router = makeRouter()
  provideConnection(app, connect())
  app.use(createPinia()).use(router)
  // The address says which language; it is read before anything is drawn.
  await router.isReady()
  const session = app.runWithContext(() => useSession())
  const i18n = makeI18n(session.language)
  watch(
    () => session.language,
    (language) => (i18n.global.locale.value = language),
  )
  app.use(i18n).mount('#app')
}

void start()
