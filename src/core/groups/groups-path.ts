import { join } from 'node:path'

/** Where groups are kept, for whoever only looks whether they changed. */
export const groupsPath = (dataDir: string): string => join(dataDir, 'groups.json')
