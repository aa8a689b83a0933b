/** The part of the plane that shows a scene whole and in the middle of a page of other proportions. */
export function fitView(
  scene: { width: number; height: number },
  page: { width: number; height: number },
): { x: number; y: number; width: number; height: number } {
  const ratio = page.width / page.height
  const width = Math.max(scene.width, scene.height * ratio)
  const height = Math.max(scene.height, scene.width / ratio)
  return { x: (scene.width - width) / 2, y: (scene.height - height) / 2, width, height }
}
