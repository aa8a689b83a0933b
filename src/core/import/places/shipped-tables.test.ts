/** Tables that ship are taken as they are, so that parsing threads load no schemas: here their form is proved. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { resourcesDir } from '../../app-info.ts'

const code = z.string().regex(/^[A-Z]{2}$/)
const word = z.string().min(1)

const FORMS = {
  'countries.json': z.record(
    code,
    z.strictObject({
      alpha3: z.string().regex(/^[A-Z]{3}$/),
      en: word,
      zh: word,
      aliases: z.array(word).optional(),
    }),
  ),
  'city-names-zh.json': z.object({
    cities: z
      .array(z.strictObject({ name: word, nameZh: word, country: code, edition: z.boolean() }))
      .nonempty(),
  }),
}

test.each(Object.entries(FORMS))('%s has the form that is taken for granted', (file, form) => {
  const table: unknown = JSON.parse(readFileSync(join(resourcesDir, 'index', file), 'utf8'))
  expect(form.safeParse(table).error).toBeUndefined()
})
