/** What a page says of the files that it hands over. Loaded with the first of them: a start needs no schema. */
import { z } from 'zod'

/** Small files, with their bytes. */
export const uploadInput = z.strictObject({
  folder: z.string().max(1000).default(''),
  files: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(1000),
        base64: z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/),
      }),
    )
    .min(1)
    .max(500),
})

/** Large files, whose bytes come in parts. */
export const fileUploadInput = z.strictObject({
  folder: z.string().max(1000).default(''),
  files: z
    .array(z.strictObject({ name: z.string().min(1).max(4000), bytes: z.int().min(0) }))
    .min(1)
    .max(5000),
})
export type FileUploadInput = z.output<typeof fileUploadInput>
