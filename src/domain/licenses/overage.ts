/** How far a license may be used beyond its limits, in percent of the limit; `null` = any far. */
const percentOf = { none: 100, x1_25: 125, x1_5: 150, x2: 200, always: null } as const

export type OveragePolicy = keyof typeof percentOf

/** What a product may say of use beyond the limits, the strictest first. */
export const overagePolicies = Object.keys(percentOf) as OveragePolicy[]

/** Whether a use is more than a limit and its product's policy allow; without a policy, the strictest. */
export const isOver = (
  used: number,
  limit: number,
  policy: null | OveragePolicy | undefined,
): boolean => {
  const percent = percentOf[policy ?? 'none']
  // In whole numbers: 1.1 × 3 must not become 3.3000000000000003.
  return percent !== null && used * 100 > limit * percent
}
