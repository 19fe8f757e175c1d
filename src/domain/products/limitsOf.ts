/** What a license allows. */
export type Limits = { workspaces: number; users: number }

export type LimitedProduct = {
  limits?: { workspaces?: null | number; users?: null | number } | null
}

/** What so many units of a product bring; one that names no limit brings one of each. */
export const limitsOf = ({ limits }: LimitedProduct, units: number): Limits => ({
  workspaces: (limits?.workspaces ?? 1) * units,
  users: (limits?.users ?? 1) * units,
})
