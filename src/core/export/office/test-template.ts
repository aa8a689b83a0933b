/** Templates for tests: the parts of an office's file, written by hand as PowerPoint names them. */
import { zipSync, strToU8 } from 'fflate'
import { writeDeck } from './presentation.ts'
import { readArchive } from './read-archive.ts'
import { testPlate, TEST_OPTIONS } from './test-plates.ts'

/** Our own deck made a template of: layout of the kind Title Only, green accents, and what each test changes. */
export async function testTemplate(
  change: (name: string, xml: string) => string | null = (_name, xml) => xml,
  more: Record<string, string> = {},
): Promise<Uint8Array> {
  const archive = readArchive(await writeDeck([testPlate([])], TEST_OPTIONS))
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
  const parts = Object.entries(archive).flatMap(([name, bytes]): [string, Uint8Array][] => {
    const given = decode(bytes)
      .replace('<p:sldLayout ', '<p:sldLayout type="titleOnly" ')
      .replaceAll('D55E00', '117733')
    const changed = change(name, given)
    return changed === null ? [] : [[name, strToU8(changed)]]
  })
  const added = Object.entries(more).map(([name, xml]): [string, Uint8Array] => [name, strToU8(xml)])
  return zipSync(Object.fromEntries([...parts, ...added]))
}
