/** A 2D context for tests: keeps what is set and notes what is called. */

export type Call = [name: string, ...values: unknown[]]

export function recordingContext(): { ctx: CanvasRenderingContext2D; calls: Call[] } {
  const calls: Call[] = []
  const state: Record<string | symbol, unknown> = { canvas: { width: 800, height: 600 } }
  const ctx = new Proxy(state, {
    get(target, name) {
      if (name in target) return target[name]
      if (name === 'measureText') return (text: string) => ({ width: text.length * 5 })
      return (...values: unknown[]) => void calls.push([String(name), ...values])
    },
  })
  return { ctx: ctx as unknown as CanvasRenderingContext2D, calls }
}
