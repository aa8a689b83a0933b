/** Files that are dropped anywhere on the page, also on what a view that just opened has taken away. */

/**
 * The browser drops on what was last under the pointer. Was that replaced in the meantime, the event no longer reaches
 * the window: it is heard on the element itself.
 * @param onFiles takes what nothing on the page has taken for itself
 * @returns how to stop listening
 */
export function listenForDrops(onFiles: (data: DataTransfer) => void): () => void {
  let under: EventTarget | null = null
  const isFiles = (event: DragEvent) =>
    !event.defaultPrevented && event.dataTransfer?.types.includes('Files') === true

  function hover(event: DragEvent): void {
    if (!isFiles(event)) return
    event.preventDefault()
    watch(event.target)
  }
  function drop(event: DragEvent): void {
    watch(null)
    if (!isFiles(event)) return
    event.preventDefault()
    if (event.dataTransfer) onFiles(event.dataTransfer)
  }
  function dropOnGone(event: Event): void {
    if (event.target instanceof Node && !event.target.isConnected) drop(event as DragEvent)
  }
  function watch(target: EventTarget | null): void {
    if (target === under) return
    under?.removeEventListener('drop', dropOnGone)
    under = target
    under?.addEventListener('drop', dropOnGone)
  }

  window.addEventListener('dragenter', hover)
  window.addEventListener('dragover', hover)
  window.addEventListener('drop', drop)
  return () => {
    watch(null)
    window.removeEventListener('dragenter', hover)
    window.removeEventListener('dragover', hover)
    window.removeEventListener('drop', drop)
  }
}
