/** Names that Windows takes for a device, whatever ending follows: no file may be called so. */
const DEVICE = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)\s*(\.|$)/i

export const isDeviceName = (name: string): boolean => DEVICE.test(name)
