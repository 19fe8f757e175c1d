/** Payload's types leave out that `false` is allowed: joined lists cost a subquery each. */
export const noJoins = false as never
