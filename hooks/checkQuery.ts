import type {
  CollectionBeforeOperationHook,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'

import { checkPath } from '../access/checkPath'
import { checkWhere, pathsOf } from '../src/domain/checkWhere'

type Sort = string | string[]
type Join = false | { sort?: Sort; where?: unknown }
type Query = {
  where?: unknown
  sort?: Sort
  joins?: false | Record<string, Join | undefined>
  overrideAccess?: boolean
}

/** What a client asks for is checked before a database sees it, for lists and bulk writes alike. */
export const checkQuery: CollectionBeforeOperationHook = async ({ args, collection, req }) => {
  const { joins, overrideAccess, sort, where } = args as Query
  const free = overrideAccess === true
  await check(req, collection, { sort, where }, '', free)
  for (const [name, join] of Object.entries(joins || {})) {
    const field = collection.flattenedFields.find((one) => one.name === name)
    if (!join || field?.type !== 'join' || typeof field.collection !== 'string') continue
    const { config } = req.payload.collections[field.collection as 'users']
    await check(req, config, join, `joins.${name}.`, free)
  }
}

const check = async (
  req: PayloadRequest,
  collection: SanitizedCollectionConfig,
  { sort, where }: { sort?: Sort; where?: unknown },
  prefix: string,
  free: boolean,
): Promise<void> => {
  if (where) checkWhere(where, `${prefix}where`)
  if (free) return
  for (const path of pathsOf(where))
    await checkPath(req, collection, path, `${prefix}where.${path}`)
  for (const one of [sort ?? []].flat().flatMap((part) => String(part).split(','))) {
    const path = one.trim().replace(/^-/, '')
    if (path) await checkPath(req, collection, path, `${prefix}sort`, true)
  }
}
