/** A value of one subject, year and scope. */
export interface Said {
  subject: string
  year: number
  scope: string | null
  edition: number
  value: number
  hollow: boolean
}
