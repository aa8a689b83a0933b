/**
 * What is kept of a dataset's networks, in a folder beside its file: pins, one file a network, and coordinates, which can
 * be computed again. Pins outlive the dataset's next version.
 */
import type { Shelf } from '../../datasets/kept-files.ts'
import * as kept from '../../datasets/kept-files.ts'

/** Files of one kind that are kept; those not written for longest go first. */
const MOST = { pins: 500, positions: 60 } as const
export type KeptKind = keyof typeof MOST

const FOLDER = 'layouts'

export function keptDir(dataDir: string, dataset: string): string {
  return kept.shelfDir({ dataDir, dataset, folder: FOLDER })
}

const shelfOf = (dataDir: string, dataset: string, kind: KeptKind): Shelf => ({
  dataDir,
  dataset,
  folder: FOLDER,
  kind,
  most: MOST[kind],
})

/** What stands under the key; null where nothing is kept or the file is damaged. */
export function readKept(dataDir: string, dataset: string, kind: KeptKind, key: string): unknown {
  return kept.readKept(shelfOf(dataDir, dataset, kind), key)
}

/** @throws the system's error where the folder cannot be written. */
export function writeKept(
  dataDir: string,
  dataset: string,
  kind: KeptKind,
  key: string,
  value: unknown,
): void {
  kept.writeKept(shelfOf(dataDir, dataset, kind), key, value)
}

export function forgetKept(dataDir: string, dataset: string, kind: KeptKind, key: string): void {
  kept.forgetKept(shelfOf(dataDir, dataset, kind), key)
}
