/** Markup as it may stand in a page: the policy lets no style stand in it, and nothing in it answers yet. */

/** Marks for a script that takes the markup over, and names by which scripts and tests find what answers. */
const MARKS = /<!--.*?-->| data-(?:city|part|testid)="[^"]*"/gs
const STYLE = / style="([^"]*)"/g
/** What components set as a style; styles/first-screen.css reads it again from the attribute of that name. */
const LENGTHS: Readonly<Record<string, string>> = {
  '--v': 'data-v',
  '--x': 'data-x',
  '--step': 'data-step',
  height: 'data-height',
}

/** Of markup that Vue has written, in which neither texts nor values hold a `<` or `"` of their own. */
export function withoutScripts(markup: string): string {
  return markup.replace(MARKS, '').replace(STYLE, (_, style: string) => asAttributes(style))
}

/** @throws for a style that the sheet does not know: it would be missing from the first screen */
function asAttributes(style: string): string {
  const declared = style.split(';').filter((each) => each.trim() !== '')
  return declared
    .map((each) => {
      const [name = '', value = ''] = each.split(/:(.*)/s).map((part) => part.trim())
      const attribute = LENGTHS[name]
      if (!attribute) throw new Error(`the first screen knows no style ${JSON.stringify(each)}`)
      return ` ${attribute}="${value}"`
    })
    .join('')
}
