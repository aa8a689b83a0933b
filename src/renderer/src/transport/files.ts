/** Files in and out of a page: what a browser allows, in the shapes of the host interface. */

export function base64ToBytes(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}

export function bytesToBase64(bytes: Uint8Array): string {
  let binary = ''
  // In pieces, because a call takes only so many arguments.
  for (let i = 0; i < bytes.length; i += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return btoa(binary)
}

/** Lets the browser fetch a file of this host and save it as it saves any. */
export function download(address: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
}

/** Lets the user choose a folder; resolves with its files, or null when the chooser was closed. */
export const pickFolder = (): Promise<File[] | null> => pickFiles('folder')

/** The same for one or several files. */
export function pickFiles(what: 'files' | 'folder'): Promise<File[] | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.webkitdirectory = what === 'folder'
    input.addEventListener('change', () => resolve(input.files?.length ? [...input.files] : null), {
      once: true,
    })
    input.addEventListener('cancel', () => resolve(null), { once: true })
    input.click()
  })
}

/**
 * Of a chosen folder, the tables and the manifest with their names inside it: those directly in it and, as the core
 * reads them too, those in a folder of it (`context/series.csv`).
 */
export function editionFiles<F extends Pick<File, 'name' | 'webkitRelativePath'>>(
  chosen: readonly F[],
): { file: F; name: string }[] {
  return chosen
    .map((file) => ({ file, parts: file.webkitRelativePath.split('/').slice(1) }))
    .filter(({ file, parts }) => parts.length <= 2 && /\.(csv|json)$/i.test(file.name))
    .map(({ file, parts }) => ({ file, name: parts.join('/') }))
}
