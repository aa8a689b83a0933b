/** The most that an alternative text may hold. */
const MOST = 300

/** Cut after a word with an ellipsis; the full account is the figure's description. */
export function cutAlt(text: string): string {
  if (text.length <= MOST) return text
  const cut = text.slice(0, MOST - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > MOST * 0.7 ? cut.slice(0, space) : cut).trimEnd()}…`
}
