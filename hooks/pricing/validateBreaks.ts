import { z } from 'zod'

const breaks = z
  .array(
    z.strictObject({
      minQuantity: z.number().int().min(2).max(1_000_000_000),
      unitPrice: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
    }),
  )
  .max(20)
  .refine((rows) => new Set(rows.map(({ minQuantity }) => minQuantity)).size === rows.length, {
    message: 'Each minQuantity may stand there once.',
  })

/** Quantity breaks: `[{ minQuantity, unitPrice }]`, units and minor units. */
export const validateBreaks = (value: unknown): string | true => {
  if (value === null || value === undefined) return true
  const parsed = breaks.safeParse(value)
  return parsed.success || z.prettifyError(parsed.error)
}
