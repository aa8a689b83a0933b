/**
 * The component that draws networks, alone on a page with the drawing that the server hands out. What is measured
 * is counted here: frames in which a canvas was painted, and when a click's answer was shown.
 */
import { createPinia } from 'pinia'
import { createApp, h, ref, shallowRef } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import NetworkCanvas from '../../../src/renderer/src/graph/NetworkCanvas.vue'
import '../../../src/renderer/src/styles/index.css'
import './page.css'

const measured = { drawn: null, frames: 0, clicks: [], moved: [], selected: [], opened: [], zoom: 1 }
window.measured = measured

let painted = false
const { clearRect } = CanvasRenderingContext2D.prototype
CanvasRenderingContext2D.prototype.clearRect = function (...box) {
  painted = true
  return clearRect.apply(this, box)
}
let clickedAt = null
window.addEventListener('mouseup', ({ timeStamp }) => (clickedAt = timeStamp), true)

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
const count = () => {
  if (painted) measured.frames++
  if (painted && clickedAt !== null && measured.answered) {
    const from = clickedAt
    clickedAt = null
    measured.answered = false
    frame().then(() => measured.clicks.push(performance.now() - from))
  }
  painted = false
  requestAnimationFrame(count)
}

const drawing = await (await fetch('drawing.json')).json()
const asked = new URLSearchParams(location.search)
const router = createRouter({
  history: createMemoryHistory(),
  routes: [{ path: '/', component: { render: () => null } }],
})
const reading = ref(asked.get('reading'))
const pair = shallowRef(null)
const canvas = ref(null)
Object.assign(window, {
  reading,
  pair,
  canvas,
  state: {
    tool: ref('select'),
    focus: ref(asked.has('focus')),
    colour: ref(asked.get('colour') ?? 'none'),
    selected: shallowRef([]),
    drawing: shallowRef(drawing),
  },
})
const { state } = window
const app = createApp({
  render: () =>
    h('div', { id: 'figure' }, [
      h(NetworkCanvas, {
        ref: canvas,
        drawing: state.drawing.value,
        colour: state.colour.value,
        reading: reading.value,
        pair: pair.value,
        focus: state.focus.value,
        tool: state.tool.value,
        selected: state.selected.value,
        onRead(id) {
          reading.value = id
          pair.value = null
          measured.answered = true
        },
        onReadPair: (ends) => (pair.value = ends),
        onMoved: (moves) => measured.moved.push(moves),
        onSelect: (ids) => (state.selected.value = ids),
        onOpen: (id) => measured.opened.push(id),
        onZoom: (level) => (measured.zoom = level),
        onToggleFocus: () => (state.focus.value = !state.focus.value),
      }),
    ]),
})
await router.push({
  path: '/',
  query: { theme: asked.get('theme') ?? 'light', lang: asked.get('lang') ?? 'en' },
})
app.use(createPinia()).use(router).mount('#app')
requestAnimationFrame(count)
await frame()
await frame()
measured.drawn = performance.now()
document.body.dataset.drawn = ''
