export interface Migration {
  version: number
  describe: string
  sql: string
}
