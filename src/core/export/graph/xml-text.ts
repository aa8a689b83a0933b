// Beyond these XML 1.0 has no control characters, not even escaped.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}

/**
 * Text for an element or an attribute in double quotes; line ends and tabs survive in both. What XML cannot hold (control
 * characters, halves of surrogate pairs) becomes U+FFFD, so that it is seen.
 */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, '\ufffd')
    .replace(/[&<>"'\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign)
}

/** A coordinate that grows upwards, from one that grows downwards. */
export const upwards = (y: number): number => (y === 0 ? 0 : -y)
