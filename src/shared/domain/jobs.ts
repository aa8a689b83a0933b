/** Names of what runs long and makes no dataset: no dataset can have such an id. `imports.progress` and `imports.cancel` take them as `as`. */
export const BACKUP_JOB = '.backup'
export const RESTORE_JOB = '.restore'

/** By the method that runs. */
export const JOBS: Partial<Record<string, string>> = {
  'exports.backup': BACKUP_JOB,
  'backups.restore': RESTORE_JOB,
}
