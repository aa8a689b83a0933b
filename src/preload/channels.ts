/** Names of the IPC channels between the preload and the main process; no others exist. */
export const CHANNELS = {
  call: 'core:call',
  event: 'core:event',
  chooseFolder: 'host:choose-folder',
  chooseFiles: 'host:choose-files',
  takeFiles: 'host:take-files',
  saveFile: 'host:save-file',
  openLink: 'host:open-link',
  appearance: 'host:appearance',
  command: 'host:command',
} as const
