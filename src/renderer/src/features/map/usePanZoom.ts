/** Wheel, drag and keys move the part of the figure that is seen. */
import type { Ref } from 'vue'
import { computed, ref } from 'vue'
import type { Size, Viewport } from './viewport.ts'
import { held, showing, viewBoxOf, WHOLE, zoomedAt } from './viewport.ts'

const STEP = 1.5
/** px that a hand may tremble in a click. */
const STILL = 4

export function usePanZoom(svg: Ref<SVGSVGElement | null>, size: () => Size) {
  const view = ref<Viewport>(WHOLE)
  const dragging = ref(false)
  let start: { x: number; y: number; view: Viewport; scale: number } | null = null
  let moved = false

  /** Figure units under the pointer; null before the figure is laid out. */
  function pointOf(event: { clientX: number; clientY: number }): { x: number; y: number } | null {
    const matrix = svg.value?.getScreenCTM?.()
    if (!matrix) return null
    return { x: (event.clientX - matrix.e) / matrix.a, y: (event.clientY - matrix.f) / matrix.d }
  }
  /** A figure that is higher than its pane is scrolled by the wheel until it is zoomed, or Ctrl is held. */
  function isScrolled({ ctrlKey }: WheelEvent): boolean {
    const pane = svg.value?.parentElement
    return !ctrlKey && view.value.zoom === 1 && !!pane && pane.scrollHeight > pane.clientHeight + 1
  }
  function onWheel(event: WheelEvent): void {
    const point = pointOf(event)
    if (!point || isScrolled(event)) return
    event.preventDefault()
    view.value = zoomedAt(view.value, Math.exp(-event.deltaY * 0.0015), point, size())
  }
  function onDown(event: PointerEvent): void {
    moved = false
    const scale = svg.value?.getScreenCTM?.()?.a
    if (event.button === 0 && scale) start = { x: event.clientX, y: event.clientY, view: view.value, scale }
  }
  /** True while the figure is dragged. */
  function onMove(event: PointerEvent): boolean {
    if (!start) return false
    const [dx, dy] = [event.clientX - start.x, event.clientY - start.y]
    if (!moved && Math.abs(dx) + Math.abs(dy) < STILL) return false
    if (!moved) svg.value?.setPointerCapture?.(event.pointerId)
    moved = true
    dragging.value = true
    const { x, y, zoom } = start.view
    view.value = held({ x: x - dx / start.scale, y: y - dy / start.scale, zoom }, size())
    return true
  }
  function onUp(): void {
    start = null
    dragging.value = false
  }
  const middle = () => {
    const { width, height } = size()
    const { x, y, zoom } = view.value
    return { x: x + width / zoom / 2, y: y + height / zoom / 2 }
  }
  const zoomBy = (factor: number) => (view.value = zoomedAt(view.value, factor, middle(), size()))
  /** The keys of zooming; false for any other. */
  function onKey({ key }: KeyboardEvent): boolean {
    if (key === '+' || key === '=') zoomBy(STEP)
    else if (key === '-' || key === '−') zoomBy(1 / STEP)
    else if (key === '0') view.value = WHOLE
    else return false
    return true
  }
  return {
    viewBox: computed(() => viewBoxOf(view.value, size())),
    zoom: computed(() => view.value.zoom),
    dragging,
    /** Whether the last press was a drag: its click means nothing. */
    wasDrag: () => moved,
    pointOf,
    onWheel,
    onDown,
    onMove,
    onUp,
    onKey,
    zoomIn: () => zoomBy(STEP),
    zoomOut: () => zoomBy(1 / STEP),
    fit: () => (view.value = WHOLE),
    show: (point: { x: number; y: number }) => (view.value = showing(view.value, point, size())),
  }
}
