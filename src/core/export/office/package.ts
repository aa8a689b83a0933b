/** The package around every Office file: parts, their types, how they refer to each other, and the properties. */
import { posix } from 'node:path'
import { strToU8 } from 'fflate'
import type { Language } from '../../../shared/domain/language.ts'
import { LANGUAGE_MARKS } from '../../../shared/domain/language.ts'
import type { FileStamp } from '../stamp.ts'
import { stampProperties } from '../stamp.ts'
import { zipped } from './archive.ts'
import { el, words, XML_HEAD } from './xml.ts'

const OFFICE_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
const PACKAGE_RELATION = 'http://schemas.openxmlformats.org/package/2006/relationships/'
/** Parts that have no type of their own are known by the ending of their name. */
const ENDINGS: Record<string, string> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  tiff: 'image/tiff',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
  svg: 'image/svg+xml',
  wdp: 'image/vnd.ms-photo',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export interface Relation {
  /** Last word of an Office relation (`chart`, `image`), or a whole address. */
  type: string
  /** Name of the part that is meant, or an address outside. */
  target: string
  external: boolean
}
type Named = Relation & { id: string }

/** Name of the package itself, from which the first relations start. */
export const ROOT = ''

export class OfficePackage {
  private readonly parts = new Map<string, Uint8Array>()
  private readonly types = new Map<string, string>()
  private readonly relations = new Map<string, Named[]>()

  /**
   * Puts a part in.
   * @param name without a leading slash, e.g. `ppt/slides/slide1.xml`
   * @param content XML without its head, or bytes as they are
   * @param type its content type; without it that of its name's ending
   * @throws Error where a part of that name is there already, or its ending is not known
   */
  add(name: string, content: string | Uint8Array, type?: string): void {
    if (this.parts.has(name)) throw new Error(`${name} stands in the package already`)
    this.parts.set(name, typeof content === 'string' ? strToU8(XML_HEAD + content) : content)
    if (type !== undefined) this.types.set(name, type)
    else if (ENDINGS[endingOf(name)] === undefined) throw new Error(`${name} has no content type`)
  }

  has(name: string): boolean {
    return this.parts.has(name)
  }

  /**
   * Lets a part refer to another and says by which id; the same pair keeps its id.
   * @param source name of the part that refers, or `ROOT`
   */
  relate(source: string, type: string, target: string, external = false): string {
    const whole = wholeType(type)
    const list = this.relations.get(source) ?? []
    const known = list.find((each) => each.type === whole && each.target === target)
    if (known) return known.id
    let number = list.length + 1
    while (list.some(({ id }) => id === `rId${number}`)) number += 1
    this.relateAs(source, `rId${number}`, { type, target, external })
    return `rId${number}`
  }

  /** The same by an id that the part's XML names already. */
  relateAs(source: string, id: string, { type, target, external }: Relation): void {
    const list = this.relations.get(source) ?? []
    list.push({ id, type: wholeType(type), target, external })
    this.relations.set(source, list)
  }

  /** The archive: equal parts give equal bytes. */
  bytes(): Uint8Array {
    const files: Record<string, Uint8Array> = {
      '[Content_Types].xml': strToU8(XML_HEAD + this.contentTypes()),
    }
    for (const [source, list] of this.relations)
      files[relationsOf(source)] = strToU8(XML_HEAD + relationsXml(source, list))
    for (const [name, content] of this.parts) files[name] = content
    return zipped(files)
  }

  private contentTypes(): string {
    const endings = new Set(['rels', 'xml'])
    for (const name of this.parts.keys()) if (!this.types.has(name)) endings.add(endingOf(name))
    return el(
      'Types',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
      ...[...endings].map((ending) => el('Default', { Extension: ending, ContentType: ENDINGS[ending] })),
      ...[...this.types].map(([name, type]) => el('Override', { PartName: `/${name}`, ContentType: type })),
    )
  }
}

const wholeType = (type: string): string => (type.includes(':') ? type : OFFICE_RELATION + type)
const endingOf = (name: string): string => posix.extname(name).slice(1).toLowerCase()

function relationsOf(source: string): string {
  return posix.join(posix.dirname(source), '_rels', `${posix.basename(source)}.rels`)
}

function relationsXml(source: string, list: readonly Named[]): string {
  const from = posix.dirname(source)
  return el(
    'Relationships',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
    ...list.map(({ id, type, target, external }) =>
      el('Relationship', {
        Id: id,
        Type: type,
        Target: external ? target : posix.relative(from, target),
        TargetMode: external ? 'External' : undefined,
      }),
    ),
  )
}

export interface FileProperties {
  title: string
  /** What the file is about: the subtitle of its first figure, say. */
  subject?: string
  language: Language
  /** Written as created and as modified. */
  date: Date
  stamp: FileStamp
  /** Of presentations. */
  slides?: number
}

/** Title, author, dates, and the view that the file was made from; every kind of Office file bears them alike. */
export function addProperties(target: OfficePackage, properties: FileProperties): void {
  const part = (name: string, relation: string, type: string, xml: string) => {
    target.add(name, xml, `application/vnd.openxmlformats-${type}+xml`)
    target.relate(ROOT, relation, name)
  }
  part(
    'docProps/core.xml',
    `${PACKAGE_RELATION}metadata/core-properties`,
    'package.core-properties',
    coreXml(properties),
  )
  part(
    'docProps/app.xml',
    'extended-properties',
    'officedocument.extended-properties',
    el(
      'Properties',
      { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
      words('Application', properties.stamp.app),
      properties.slides !== undefined && words('Slides', String(properties.slides)),
    ),
  )
  part(
    'docProps/custom.xml',
    'custom-properties',
    'officedocument.custom-properties',
    customXml(stampProperties(properties.stamp)),
  )
}

function coreXml({ title, subject, language, date, stamp }: FileProperties): string {
  const day = `${date.toISOString().slice(0, 19)}Z`
  return el(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    words('dc:title', title),
    subject !== undefined && words('dc:subject', subject),
    words('dc:creator', stamp.app),
    words('cp:lastModifiedBy', stamp.app),
    words('dcterms:created', day, { 'xsi:type': 'dcterms:W3CDTF' }),
    words('dcterms:modified', day, { 'xsi:type': 'dcterms:W3CDTF' }),
    words('dc:language', LANGUAGE_MARKS[language].locale),
  )
}

/** Properties of one's own, which other programs keep when they save the file. */
export function customXml(properties: readonly (readonly [name: string, value: string])[]): string {
  return el(
    'Properties',
    {
      xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
      'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
    },
    ...properties.map(([name, value], i) =>
      el(
        'property',
        { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: i + 2, name },
        words('vt:lpwstr', value),
      ),
    ),
  )
}
