import type { Router, RouterHistory } from 'vue-router'
import { createRouter, createWebHistory } from 'vue-router'
import Rankings from '../features/rankings/Rankings.vue'

// Every view but the first is a file of its own, fetched when it is opened.
const later = {
  rising: () => import('../features/rising/Rising.vue'),
  cities: () => import('../features/cities/Cities.vue'),
  city: () => import('../features/cities/city/City.vue'),
  collaborations: () => import('../features/collaborations/Collaborations.vue'),
  networks: () => import('../features/networks/Networks.vue'),
  compare: () => import('../features/compare/Compare.vue'),
  report: () => import('../features/report/Report.vue'),
  datasets: () => import('../features/datasets/Datasets.vue'),
  method: () => import('../features/method/Method.vue'),
  notFound: () => import('./NotFound.vue'),
}

/** Focus moves to the view that was opened, so that keyboard and screen reader follow. */
function focusMain(): void {
  requestAnimationFrame(() => document.getElementById('main')?.focus({ preventScroll: true }))
}

export function makeRouter(history: RouterHistory = createWebHistory()): Router {
  const router = createRouter({
    history,
    routes: [
      { path: '/', name: 'rankings', component: Rankings },
      { path: '/rankings', redirect: (to) => ({ path: '/', query: to.query }) },
      { path: '/rising', name: 'rising', component: later.rising },
      { path: '/cities', name: 'cities', component: later.cities },
      { path: '/cities/:id', name: 'city', component: later.city, props: true },
      { path: '/collaborations', name: 'collaborations', component: later.collaborations },
      { path: '/networks', name: 'networks', component: later.networks },
      { path: '/compare', name: 'compare', component: later.compare },
      { path: '/report', name: 'report', component: later.report },
      { path: '/datasets', name: 'datasets', component: later.datasets },
      { path: '/method/:indicator?', name: 'method', component: later.method, props: true },
      { path: '/:anything(.*)*', name: 'not-found', component: later.notFound },
    ],
  })
  router.afterEach((to, from, failure) => {
    if (!failure && from.matched.length > 0 && to.path !== from.path) focusMain()
  })
  return router
}
