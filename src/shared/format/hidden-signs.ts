/** Signs that do something to what stands around them, and are not seen themselves: names from files may hold any. */

/** They change the direction of writing, so that an ending may stand before a name. */
export const DIRECTION_SIGNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Those that turn what follows around; marks of one place (in Hebrew names, say) do not. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g

/** C0 and C1, which begin a terminal's commands; line breaks and tabs among them. */
const CONTROL = /\p{Cc}/gu
/** Lines that a message is made of stay; what moves within them does not. */
const CONTROL_IN_LINES = /[^\P{Cc}\n]/gu

/** One line of a terminal: what would move the cursor, colour, or turn the writing becomes a visible `�`. */
export const inOneLine = (text: string): string => text.replace(CONTROL, '\ufffd').replace(TURNING, '\ufffd')

/** The same of text of several lines. */
export const inLines = (text: string): string =>
  text.replace(CONTROL_IN_LINES, '\ufffd').replace(TURNING, '\ufffd')
