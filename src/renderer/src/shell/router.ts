import type { Router, RouterHistory } from 'vue-router'
import { createRouter, createWebHistory } from 'vue-router'

// A view is a file of its own, fetched when it is opened; the first one is built into the file of the page.
const views = {
  rankings: () => import('../features/rankings/Rankings.vue'),
  rising: () => import('../features/rising/Rising.vue'),
  cities: () => import('../features/cities/Cities.vue'),
  city: () => import('../features/cities/city/City.vue'),
  institution: () => import('../features/cities/institution/Institution.vue'),
  collaborations: () => import('../features/collaborations/Collaborations.vue'),
  networks: () => import('../features/networks/Networks.vue'),
  compare: () => import('../features/compare/Compare.vue'),
  report: () => import('../features/report/Report.vue'),
  datasets: () => import('../features/datasets/Datasets.vue'),
  getData: () => import('../features/datasets/GetData.vue'),
  method: () => import('../features/method/Method.vue'),
  guide: () => import('../features/guide/Guide.vue'),
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
      { path: '/', name: 'rankings', component: views.rankings },
      { path: '/rankings', redirect: (to) => ({ path: '/', query: to.query }) },
      { path: '/rising', name: 'rising', component: views.rising },
      { path: '/cities', name: 'cities', component: views.cities },
      { path: '/cities/:id', name: 'city', component: views.city, props: true },
      { path: '/institutions/:id', name: 'institution', component: views.institution, props: true },
      { path: '/collaborations', name: 'collaborations', component: views.collaborations },
      { path: '/networks', name: 'networks', component: views.networks },
      { path: '/compare', name: 'compare', component: views.compare },
      { path: '/report', name: 'report', component: views.report },
      { path: '/datasets', name: 'datasets', component: views.datasets },
      { path: '/datasets/get', name: 'get-data', component: views.getData },
      { path: '/method/:indicator?', name: 'method', component: views.method, props: true },
      { path: '/guide/:part(\\d+)?', name: 'guide', component: views.guide, props: true },
      { path: '/:anything(.*)*', name: 'not-found', component: views.notFound },
    ],
  })
  router.afterEach((to, from, failure) => {
    if (!failure && from.matched.length > 0 && to.path !== from.path) focusMain()
  })
  return router
}
