/** Run as a process of its own, to be killed: remove-child.ts DATA_DIR removes `mine`, prints the key and waits. */
import { commandHandlers } from '../../src/core/commands/handlers.ts'
import { importContext } from './import-context.ts'

const [dataDir = ''] = process.argv.slice(2)
const { key } = await commandHandlers['datasets.remove']({ dataset: 'mine' }, importContext(dataDir))
process.stdout.write(`${key}\n`)
process.stdin.resume()
