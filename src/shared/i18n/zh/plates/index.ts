import { common } from './common.ts'
import { ranking } from './ranking.ts'
import { charts } from './charts.ts'
import { changes } from './changes.ts'
import { rising } from './rising.ts'
import { city } from './city.ts'
import { compare } from './compare.ts'
import { pairs } from './pairs.ts'
import { network } from './network.ts'
import { pages } from './pages.ts'

/** Words of figures as they leave: on slides, pages and screens (`shared/plates`). */
export const plates = { common, ranking, charts, rising, changes, city, compare, pairs, network, pages }
