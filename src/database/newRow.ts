/** A document in Payload's shape: groups as objects, relationships as IDs, instants as ISO strings. */
export type NewRow = Record<string, unknown> & { id?: number | string }
