/** Ids of datasets name files, so they are short and plain, and on no system a device. */
import { isDeviceName } from './device-names.ts'

const PLAIN = /^[a-z0-9][a-z0-9-]{0,63}$/

export const isDatasetId = (text: string): boolean => PLAIN.test(text) && !isDeviceName(text)
