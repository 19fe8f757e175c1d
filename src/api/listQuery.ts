import { z } from 'zod'

import { checkWhere } from '../domain/records/checkWhere'

const MAX_LIMIT = 100

const whole = (max: number, byDefault: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'Expected a whole number.')
    .transform(Number)
    .pipe(z.number().min(1).max(max))
    .default(byDefault)
    // A number to whoever reads the document, though every value of a query string is text.
    .meta({ wire: { type: 'integer', minimum: 1, maximum: max, default: byDefault } })

/** The query of a list, as Payload's: `limit`, `page`, `sort`, `where[field][operator]=value`. */
export const listQuery = z.object({
  limit: whole(MAX_LIMIT, 10),
  page: whole(1_000_000, 1),
  sort: z
    .string()
    .max(200)
    .regex(/^-?[\w.]+(,-?[\w.]+)*$/, 'Expected field names, with - for descending.')
    .optional(),
  where: z
    .record(z.string(), z.unknown())
    .refine((where) => {
      checkWhere(where)
      return true
    })
    .optional(),
})

/** A list's answer, as Payload's. */
export const listOf = <S extends z.ZodType>(item: S) =>
  z
    .object({
      docs: z.array(item),
      totalDocs: z.number().int(),
      limit: z.number().int(),
      page: z.number().int(),
      totalPages: z.number().int(),
      pagingCounter: z.number().int(),
      hasNextPage: z.boolean(),
      hasPrevPage: z.boolean(),
      nextPage: z.number().int().nullable(),
      prevPage: z.number().int().nullable(),
    })
    .meta({ title: `${z.globalRegistry.get(item)?.title}List` })
