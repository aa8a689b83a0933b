/** Files and folders that were dropped on the page, with their paths inside what was dropped. */
import { folderEmpty } from '../../../shared/contract/folder-empty.ts'
import type { DroppedFile } from '../../../shared/contract/host.ts'

/** @throws AppError folder-empty where folders without any file were dropped */
export async function droppedFiles(data: DataTransfer): Promise<DroppedFile[]> {
  // All entries are taken before the first wait: afterwards the list of a drop is empty.
  const items = [...data.items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  const found: DroppedFile[] = []
  for (const { entry, file } of items) {
    if (entry) await gather(entry, found)
    else if (file) found.push({ path: file.name, file }) // what another program drops may lie in no file system
  }
  const [folder] = items
  if (found.length === 0 && folder?.entry) throw folderEmpty(folder.entry.name)
  return found
}

async function gather(entry: FileSystemEntry, found: DroppedFile[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    )
    found.push({ path: entry.fullPath.replace(/^\//, ''), file })
    return
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  // A reader gives at most a hundred entries at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return
    for (const each of some) await gather(each, found)
  }
}
