import type { Component } from 'vue'
import type { Router, RouterHistory } from 'vue-router'
import { createRouter, createWebHistory } from 'vue-router'
import Rankings from '../views/Rankings.vue'

type Lazy = () => Promise<Component>

/** Every view but the first is a file of its own, fetched when it is opened. */
const files = import.meta.glob<Component>(['../views/*.vue', '!../views/Rankings.vue'], { import: 'default' })
const view = (name: string): Lazy => files[`../views/${name}.vue`] ?? files['../views/NotFound.vue']!

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
      { path: '/rising', name: 'rising', component: view('Rising') },
      { path: '/cities', name: 'cities', component: view('Cities') },
      { path: '/cities/:id', name: 'city', component: view('City'), props: true },
      { path: '/collaborations', name: 'collaborations', component: view('Collaborations') },
      { path: '/networks', name: 'networks', component: view('Networks') },
      { path: '/compare', name: 'compare', component: view('Compare') },
      { path: '/report', name: 'report', component: view('Report') },
      { path: '/datasets', name: 'datasets', component: view('Datasets') },
      { path: '/method/:indicator?', name: 'method', component: view('Method'), props: true },
      { path: '/:anything(.*)*', name: 'not-found', component: view('NotFound') },
    ],
  })
  router.afterEach((to, from, failure) => {
    if (!failure && from.matched.length > 0 && to.path !== from.path) focusMain()
  })
  return router
}
