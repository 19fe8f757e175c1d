/** What a host may open to partners, customers and engineers, of a collection or global of its own. */
export const closable = ['create', 'read', 'update', 'delete', 'readVersions', 'unlock'] as const

export type Closable = (typeof closable)[number]
