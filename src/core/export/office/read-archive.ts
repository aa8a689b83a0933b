/** Opens an Office file of the user's. Nothing in it is trusted: how much it unpacks to is bounded before it is unpacked. */
import { posix } from 'node:path'
import { strFromU8 } from 'fflate'
import { AppError } from '../../../shared/contract/errors.ts'
import { zipParts } from '../reopen/zip-parts.ts'

/** More than the template of any office. */
const MOST_BYTES = 64 << 20

export type Archive = Record<string, Uint8Array>

export const unreadable = (why: string): AppError => new AppError('template-unreadable', why)

/** @throws AppError template-unreadable: no archive, damaged, or larger than a template can be. */
export function readArchive(bytes: Uint8Array): Archive {
  const parts = bytes.length > MOST_BYTES ? null : zipParts(bytes, isPlainName)
  if (!parts) throw unreadable('it is no Office file, damaged, or too large')
  return Object.fromEntries(parts)
}

/** Names that lead nowhere but into the archive. */
const isPlainName = (name: string): boolean =>
  !name.endsWith('/') && !name.startsWith('/') && posix.normalize(name) === name && !name.startsWith('..')

/** The XML of a part. @throws AppError template-unreadable where it is missing or declares entities. */
export function xmlOf(archive: Archive, name: string): string {
  const bytes = archive[name]
  if (!bytes) throw unreadable(`${name} is missing`)
  const text = strFromU8(bytes)
  // Office writes no declarations of types; they serve to make a small file large.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw unreadable(`${name} declares entities`)
  return text
}

export interface ArchiveRelation {
  id: string
  type: string
  /** Name of the part, or an address outside. */
  target: string
  external: boolean
}

/** Attributes of an element's opening tag. */
export function attributesOf(tag: string): Record<string, string> {
  return Object.fromEntries(
    [...tag.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', a, b]) => [
      name,
      unescaped(a ?? b ?? ''),
    ]),
  )
}

/** Text of an attribute or element as it was before it was written as XML; our own parts use no other entities. */
export const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** To what a part refers. */
export function relationsIn(archive: Archive, source: string): ArchiveRelation[] {
  const name = posix.join(posix.dirname(source), '_rels', `${posix.basename(source)}.rels`)
  if (!archive[name]) return []
  return [...xmlOf(archive, name).matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].map(([tag]) => {
    const { Id = '', Type = '', Target = '', TargetMode } = attributesOf(tag)
    const external = TargetMode === 'External'
    const path = Target.startsWith('/') ? Target.slice(1) : posix.join(posix.dirname(source), Target)
    return { id: Id, type: Type, target: external ? Target : path, external }
  })
}

/** Content type of a part by its name. */
export function typesIn(archive: Archive): (name: string) => string | undefined {
  const xml = xmlOf(archive, '[Content_Types].xml')
  const byName = new Map<string, string>()
  const byEnding = new Map<string, string>()
  for (const [tag] of xml.matchAll(/<(?:\w+:)?(?:Override|Default)\s[^>]*>/g)) {
    const { PartName, Extension, ContentType = '' } = attributesOf(tag)
    if (PartName !== undefined) byName.set(PartName.slice(1), ContentType)
    if (Extension !== undefined) byEnding.set(Extension.toLowerCase(), ContentType)
  }
  return (name) => byName.get(name) ?? byEnding.get(posix.extname(name).slice(1).toLowerCase())
}
