/** HTML as text that cannot be broken by what is put into it. */

/** Markup, as against text that is still to be escaped. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Part = Html | string | number | false | null | undefined | readonly Part[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function written(part: Part): string {
  if (part instanceof Html) return part.text
  if (Array.isArray(part)) return part.map(written).join('')
  if (part === null || part === undefined || part === false) return ''
  return String(part).replace(/[&<>"']/g, (sign) => ENTITIES[sign]!)
}

/** Template tag: values are escaped, markup and lists of it are not, and what is absent is left out. */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Html {
  // Lines of the template are for the reader of the source.
  const plain = strings.map((text) => text.replace(/\n\s*/g, ''))
  return new Html(plain.map((text, index) => text + written(parts[index])).join(''))
}

/** Class names that apply, as an attribute's value. */
export function classes(names: Readonly<Record<string, boolean>>): string {
  return Object.keys(names)
    .filter((name) => names[name])
    .join(' ')
}
