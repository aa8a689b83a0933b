/**
 * What electron-builder would put into each package, by its own settings, matchers and targets, without Electron's
 * binaries: everything runs as when it packs, but no archive is written and nothing is signed.
 */
import type { FileMatcher, GetFileMatchersOptions } from 'app-builder-lib/out/fileMatcher.js'
import matching from 'app-builder-lib/out/fileMatcher.js'
import type { ResolvedFileSet } from 'app-builder-lib/out/util/appFileCopier.js'
import copying from 'app-builder-lib/out/util/appFileCopier.js'
import type { Framework } from 'app-builder-lib/out/Framework.js'
import type { AfterPackContext, Target } from 'electron-builder'
import { Arch, LinuxPackager, log, MacPackager, Packager, Platform, WinPackager } from 'electron-builder'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

export interface PackageListing {
  system: 'win32' | 'darwin' | 'linux'
  arch: 'x64' | 'arm64'
  /** What would be made, by kind; `problem` says why it cannot be. */
  artifacts: { kind: string; file: string; problem: string | null }[]
  /** Files of the app by path, with their bytes as they lie in the project, and whether they lie outside of the archive. */
  files: ReadonlyMap<string, { bytes: number; outside: boolean }>
  /** Files beside the archive that everybody can read. */
  beside: string[]
}

const HELPERS = new Map<Platform, typeof WinPackager | typeof MacPackager | typeof LinuxPackager>([
  [Platform.WINDOWS, WinPackager],
  [Platform.MAC, MacPackager],
  [Platform.LINUX, LinuxPackager],
])
const ARCHS = [Arch.x64, Arch.arm64]
const ENDINGS: Readonly<Record<string, string>> = {
  nsis: 'exe',
  portable: 'exe',
  dmg: 'dmg',
  appImage: 'AppImage',
}

/** What electron-builder exports without telling its types. */
interface Inner {
  getMainFileMatchers(
    appDir: string,
    to: string,
    expand: GetFileMatchersOptions['macroExpander'],
    options: object,
    helper: object,
    output: string,
    compiles: false,
  ): FileMatcher[]
  getNodeModuleFileMatcher(
    appDir: string,
    to: string,
    expand: GetFileMatchersOptions['macroExpander'],
    options: object,
    info: Packager,
  ): FileMatcher
  computeNodeModuleFileSets(helper: object, matcher: FileMatcher): Promise<ResolvedFileSet[]>
}
const inner = { ...matching, ...copying } as unknown as Inner

const nothing = async (): Promise<void> => {}

interface Tasks {
  addTask(task: Promise<unknown>): void
}

interface ListOptions {
  /** All of them where none is named. */
  systems?: readonly PackageListing['system'][]
  /** Address of the app's home, without which there is no deb. */
  homepage?: string | undefined
}

/** Packages of both processors. @param root the project, built. @throws where the settings are not what the schema wants. */
export async function listPackages(
  root: string,
  { systems, homepage }: ListOptions = {},
): Promise<PackageListing[]> {
  const output = mkdtempSync(join(tmpdir(), 'science-cities-packages-'))
  Object.assign(log, { info: () => {}, warn: () => {} })
  const listings: PackageListing[] = []
  const asked = systems?.map((system) => Platform.fromString(system)) ?? [...HELPERS.keys()]
  try {
    const packager = new Packager({
      projectDir: root,
      targets: new Map(asked.map((system) => [system, new Map(ARCHS.map((arch) => [arch, []]))])),
      config: {
        extends: join(root, 'electron-builder.yml'),
        directories: { output },
        ...(homepage ? { extraMetadata: { homepage } } : {}),
      },
      platformPackagerFactory: (info, system) => {
        withoutElectron(info.framework)
        return lister(info, system, listings)
      },
    })
    // The same packages as npm lists, found without starting it six times.
    Object.assign(packager, { getPackageManager: async () => 'traversal' })
    await packager.build()
    return listings
  } finally {
    rmSync(output, { recursive: true, force: true })
  }
}

const withoutElectron = (framework: Framework): unknown =>
  Object.assign(framework, {
    prepareApplicationStageDirectory: ({ appOutDir }: { appOutDir: string }) =>
      mkdir(appOutDir, { recursive: true }),
    beforeCopyExtraFiles: undefined,
    afterPack: undefined,
  })

/** The packer of a system, with what writes files replaced by what notes them. */
function lister(info: Packager, system: Platform, listings: PackageListing[]) {
  const Helper = HELPERS.get(system)
  if (!Helper) throw new Error(`unknown system ${system.name}`)
  const helper = new Helper(info)
  let files: PackageListing['files'] = new Map()

  async function note(
    to: string,
    context: AfterPackContext,
    expand: GetFileMatchersOptions['macroExpander'],
  ) {
    const { appDir, config } = info
    const options = helper.platformSpecificBuildOptions
    const main = inner.getMainFileMatchers(appDir, to, expand, options, helper, context.outDir, false)
    const modules = inner.getNodeModuleFileMatcher(appDir, to, expand, options, info)
    const unpack = matching.getFileMatchers(config, 'asarUnpack', to, {
      macroExpander: expand,
      customBuildOptions: options,
      globalOutDir: context.outDir,
      defaultSrc: appDir,
    })
    const isOutside = unpack?.[0]?.createFilter()
    const sets = [
      ...(await copying.computeFileSets(main, null, helper, false)),
      ...(await inner.computeNodeModuleFileSets(helper, modules)),
    ]
    files = new Map(
      sets.flatMap((set) =>
        set.files.flatMap((file) => {
          const stat = set.metadata.get(file)
          if (!stat?.isFile()) return []
          const path = relative(to, copying.getDestinationPath(file, set)).replaceAll('\\', '/')
          return [[path, { bytes: stat.size, outside: isOutside?.(file, stat) ?? false }] as const]
        }),
      ),
    )
  }

  return Object.assign(helper, {
    sanityCheckPackage: nothing,
    doAddElectronFuses: nothing,
    doSignAfterPack: nothing,
    copyAppFiles(
      tasks: Tasks,
      _asar: unknown,
      _resources: string,
      to: string,
      context: AfterPackContext,
      _options: unknown,
      _excluded: unknown,
      expand: GetFileMatchersOptions['macroExpander'],
    ) {
      tasks.addTask(note(to, context, expand))
    },
    packageInDistributableFormat(appOut: string, arch: Arch, targets: Target[], tasks: Tasks) {
      const folder = system === Platform.MAC ? dirname(appOut) : appOut
      const beside = filesIn(helper.getResourcesDir(folder))
      const made = targets.map((target) => artifact(helper, target, arch))
      const one = { system: system.nodeName as PackageListing['system'], arch: nameOf(arch), files, beside }
      tasks.addTask(Promise.all(made).then((artifacts) => listings.push({ ...one, artifacts })))
    },
  })
}

const nameOf = (arch: Arch) => Arch[arch] as PackageListing['arch']
const filesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder).sort() : [])

/** A target's file, by the pattern of its settings, and what its own check says. */
async function artifact(helper: WinPackager | MacPackager | LinuxPackager, target: Target, arch: Arch) {
  const kind = target.name
  const file = helper.expandArtifactNamePattern(target.options, ENDINGS[kind] ?? kind, arch)
  const problem = await target.checkOptions().then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  return { kind, file, problem }
}
