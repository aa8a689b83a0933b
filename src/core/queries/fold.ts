/**
 * Folds one sign at a time, so that positions in the folded text are positions in the name: no case, no accents,
 * dashes and quotation marks as blanks.
 */
export function fold(text: string): string {
  // Most names are plain; looking at each sign is slow.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase().replace(/['-]/g, ' ')
  return [...text]
    .map((sign) => {
      const plain = sign.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
      return plain.length === sign.length ? plain : sign.toLowerCase().slice(0, sign.length)
    })
    .join('')
    .replace(/[’'–—-]/g, ' ')
}
