/** The bill of materials: the packages of the notices, what they hold, Electron, data and fonts, as CycloneDX 1.6. */
import { Enums, Models, Serialize, Spec, SPDX } from '@cyclonedx/cyclonedx-library'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Place } from '../notices/compose.ts'
import { contained } from '../notices/inside.ts'
import { dependencyNames, installed, licensed } from '../notices/packages.ts'
import { resources } from './resources.ts'

const { Component } = Models
type Component = Models.Component

interface Locked {
  version?: string
  integrity?: string
  license?: string
}

interface Lock {
  packages: Record<string, Locked>
}

const purlOf = (name: string, version: string) => `pkg:npm/${name.replace('@', '%40')}@${version}`

/** An identifier or expression of SPDX, else the words that the package has for its licence. */
function licenceOf(licence: string): Models.LicenseRepository {
  const id = SPDX.fixupSpdxId(licence)
  const isExpression = / (AND|OR|WITH) /.test(licence)
  return new Models.LicenseRepository([
    id
      ? new Models.SpdxLicense(id)
      : isExpression
        ? new Models.LicenseExpression(licence)
        : new Models.NamedLicense(licence),
  ])
}

/** `sha512-…` of the lock, which is of the package's archive, as CycloneDX writes it. */
function hashesOf({ integrity = '' }: Locked = {}): Models.HashDictionary {
  const sums = integrity.split(' ').flatMap((one) => /^sha512-(.+)$/.exec(one)?.[1] ?? [])
  return new Models.HashDictionary(
    sums.map((sum) => [Enums.HashAlgorithm['SHA-512'], Buffer.from(sum, 'base64').toString('hex')]),
  )
}

const property = (name: string, value: string) => new Models.Property(`science-cities:${name}`, value)

function packageComponent(root: string, folder: string, places: ReadonlySet<Place>, lock: Lock): Component {
  const { name, version, licence, source } = licensed(root, folder)
  const purl = purlOf(name, version)
  const made = new Component(Enums.ComponentType.Library, name, { version, purl, bomRef: purl })
  made.licenses = licenceOf(licence)
  made.hashes = hashesOf(lock.packages[relative(root, folder).replaceAll('\\', '/')])
  if (source)
    made.externalReferences.add(new Models.ExternalReference(source, Enums.ExternalReferenceType.VCS))
  made.properties.add(property('in', [...places].sort().join(', ')))
  for (const part of contained(name, folder)) {
    const inner = new Component(Enums.ComponentType.Library, part.name, {
      version: part.version,
      purl: part.purl,
      bomRef: `${purl}/${part.purl}`,
    })
    if (part.licence) inner.licenses = licenceOf(part.licence)
    made.components.add(inner)
  }
  return made
}

/** Electron by its package; which Chromium and Node.js it holds only the binary tells. */
function runtime(lock: Lock): Component {
  const locked = lock.packages['node_modules/electron']
  if (!locked?.version) throw new Error('package-lock.json has no Electron')
  const purl = purlOf('electron', locked.version)
  const made = new Component(Enums.ComponentType.Framework, 'electron', {
    version: locked.version,
    purl,
    bomRef: purl,
    description: 'Runtime of the packaged app; the bundled command line and host run on Node.js without it',
  })
  made.licenses = licenceOf(locked.license ?? 'MIT')
  made.hashes = hashesOf(locked)
  for (const name of ['Chromium', 'Node.js'])
    made.components.add(
      new Component(Enums.ComponentType.Platform, name, {
        bomRef: `${purl}/${name}`,
        description: `In the version that Electron ${locked.version} holds`,
      }),
    )
  return made
}

function dataComponents(root: string): Component[] {
  return resources(root).map(({ name, description, licence, files }) => {
    const made = new Component(Enums.ComponentType.Data, name, { description, bomRef: `resources/${name}` })
    made.licenses = licenceOf(licence)
    for (const { path, sha256 } of files)
      made.components.add(
        new Component(Enums.ComponentType.File, `resources/${path}`, {
          bomRef: `resources/${path}`,
          hashes: new Models.HashDictionary([[Enums.HashAlgorithm['SHA-256'], sha256]]),
        }),
      )
    return made
  })
}

/** A name for these very bytes, in the form of a UUID (RFC 9562, version 8). */
function serialOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  const variant = ((parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ]
  return `urn:uuid:${parts.join('-')}`
}

/**
 * JSON text. The same inputs give the same bytes: the serial number is made of the content, and a time stands in it only
 * where SOURCE_DATE_EPOCH (seconds) names one.
 */
export function composeSbom(
  root: string,
  packages: ReadonlyMap<string, ReadonlySet<Place>>,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'))
  const lock = read('package-lock.json') as Lock
  const { name, version, license } = read('package.json') as Record<'name' | 'version' | 'license', string>
  const app = new Component(Enums.ComponentType.Application, name, {
    version,
    bomRef: name,
    purl: purlOf(name, version),
  })
  app.licenses = licenceOf(license)
  const epoch = Number(env['SOURCE_DATE_EPOCH'])
  const bom = new Models.Bom()
  bom.metadata.component = app
  if (env['SOURCE_DATE_EPOCH'] && Number.isFinite(epoch)) bom.metadata.timestamp = new Date(epoch * 1000)

  const made = new Map(
    [...packages].map(([folder, places]) => [folder, packageComponent(root, folder, places, lock)]),
  )
  for (const [folder, component] of made)
    for (const needed of dependencyNames(folder)) {
      const found = made.get(installed(needed, folder) ?? '')
      if (found && found !== component) component.dependencies.add(found.bomRef)
    }
  const others = [runtime(lock), ...dataComponents(root)]
  for (const component of [...made.values(), ...others]) {
    bom.components.add(component)
    app.dependencies.add(component.bomRef)
  }
  const serialize = () =>
    new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6)).serialize(bom, {
      sortLists: true,
      space: 1,
    })
  bom.serialNumber = serialOf(serialize())
  return `${serialize()}\n`
}
