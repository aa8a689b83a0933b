/** The number whose articles and parts the lens asks for. */
import type { InputOf } from '../../../../shared/contract/index.ts'

export type NumberInput = Pick<
  InputOf<'derivation.of'>,
  'dataset' | 'kind' | 'id' | 'partner' | 'subject' | 'from' | 'to' | 'path'
>
