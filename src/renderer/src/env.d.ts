/// <reference types="vite/client" />
import type { DesktopBridge } from '../../shared/contract/host.ts'

declare global {
  interface Window {
    /** Put here by the preload; absent in a browser. */
    scienceCities?: DesktopBridge
  }
}
