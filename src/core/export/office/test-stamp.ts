import type { FileStamp } from '../stamp.ts'

/** A stamp with signs that XML and JSON both escape. */
export const TEST_STAMP: FileStamp = {
  app: 'Science Cities',
  stamp: 1,
  dataset: 'science-cities-2024',
  version: 'r1-4f1c09d27ae8',
  view: '/rankings?year=2023&search=<"北京">',
  request: { method: 'exports.figure', input: {} },
  numbers: [{ label: 'Beijing, Share, 2023', value: 4259.39, decimals: 2 }],
}
