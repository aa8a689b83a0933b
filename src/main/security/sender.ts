/** Who may call over IPC: the top frame of a page of ours, and nobody else. */
import type { WebFrameMain } from 'electron'

type Frame = Pick<WebFrameMain, 'origin' | 'parent'>

/** Why a sender is refused; null for a sender of ours. A frame is null once it was destroyed or navigated away. */
export function senderProblem(frame: Frame | null, origins: ReadonlySet<string>): string | null {
  if (frame === null) return 'the frame is gone'
  if (frame.parent !== null) return 'not the top frame'
  return origins.has(frame.origin) ? null : `foreign origin ${frame.origin}`
}
